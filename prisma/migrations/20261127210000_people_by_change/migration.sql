-- The latest change of all people is the end of an index, however many there are.
CREATE INDEX "Record_people_changes_idx" ON "Record" ("lastPublishedAt" DESC) WHERE "kind" = 'person';

-- Visits that took place can be listed by themselves, and those that did not are counted by none: few, found by an index.
UPDATE "Record" SET "facets" = "facets" || ARRAY['notHeld=no']
WHERE "kind" = 'visit' AND NOT "facets" && ARRAY['notHeld=no', 'notHeld=cancelled', 'notHeld=postponed'];
CREATE INDEX "Record_called_off_idx" ON "Record" ("dossierId", "kind")
WHERE "facets" && ARRAY['notHeld=cancelled', 'notHeld=postponed'];

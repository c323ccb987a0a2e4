-- The index of people, in the order of their names.
CREATE INDEX "Record_people_idx" ON "Record" ("title", "id") WHERE "kind" = 'person';

-- By which people are found who have the same id elsewhere, as records that are saved from now on have it.
UPDATE "Entry" SET "facets" = "facets" || jsonb_build_object('alike.wikidata', left(entente_folded("draft"->>'wikidata'), 300))
WHERE "kind" = 'person' AND "draft"->>'wikidata' <> '';

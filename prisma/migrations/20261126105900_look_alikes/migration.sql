-- What look-alikes are found by is a facet of each record, as the definitions of the kinds project it at each save. Those
-- saved before get it here: lib/domain/kinds/among-others and the field kinds say the same.
UPDATE "Entry" SET "facets" = "facets" || jsonb_build_object('alike.visitor', left(entente_folded("draft"->>'visitor'), 300))
WHERE "kind" = 'visit' AND "draft"->>'visitor' <> '';

UPDATE "Entry" SET "facets" = "facets" || jsonb_build_object('alike.city', left(
  entente_folded(("draft"->>'sending') || '|' || ("draft"->>'type') || '|' || ("draft"->>'city')), 300))
WHERE "kind" = 'mission' AND "draft" ?& ARRAY['sending', 'type', 'city'];

UPDATE "Entry" SET "facets" = "facets" || jsonb_build_object('alike.registerNumber', left(entente_folded("draft"->>'registerNumber'), 300))
WHERE "kind" = 'agreement' AND "draft"->>'registerNumber' <> '';

UPDATE "Entry" SET "facets" = "facets" || jsonb_build_object('alike.address', left(
  regexp_replace(regexp_replace(entente_folded("draft"->>'address'), '^https?://(www\.)?', ''), '/$', ''), 300))
WHERE "kind" = 'source' AND "draft"->>'address' <> '';

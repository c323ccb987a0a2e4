-- Missions and lists of products are titled as their pages are headed: "Embassy of Kazakhstan in Mexico City" where
-- lists said "Kazakhstan embassy in Mexico City", "Products exported by Mexico" where they said "Exports of Mexico".
-- Titles are projected at each save; those that stand already are put into the new words here. Addresses stay.
UPDATE "Record" r
SET "title" = new.name || ' of ' || left(r."title", -length(old.ending)) || ' in ' || m."city"
FROM "Mission" m
  CROSS JOIN LATERAL (SELECT ' ' || replace(m."type", '-', ' ') || ' in ' || m."city") AS old(ending)
  CROSS JOIN LATERAL (
    SELECT CASE m."type" WHEN 'other' THEN 'Mission'
           ELSE upper(left(m."type", 1)) || replace(substr(m."type", 2), '-', ' ') END
  ) AS new(name)
WHERE m."id" = r."id" AND right(r."title", length(old.ending)) = old.ending;

UPDATE "Entry" e
SET "title" = new.name || ' of ' || left(e."title", -length(old.ending)) || ' in ' || (m."draft"->>'city')
FROM "Entry" m
  CROSS JOIN LATERAL (
    SELECT ' ' || replace(m."draft"->>'type', '-', ' ') || ' in ' || (m."draft"->>'city')
  ) AS old(ending)
  CROSS JOIN LATERAL (
    SELECT CASE m."draft"->>'type' WHEN 'other' THEN 'Mission'
           ELSE upper(left(m."draft"->>'type', 1)) || replace(substr(m."draft"->>'type', 2), '-', ' ') END
  ) AS new(name)
WHERE m."id" = e."id" AND e."kind" = 'mission'
  AND length(e."title") > length(old.ending) AND right(e."title", length(old.ending)) = old.ending;

UPDATE "Record" SET "title" = 'Products exported by ' || substr("title", length('Exports of ') + 1)
WHERE "kind" = 'tradeProducts' AND "title" LIKE 'Exports of %';
UPDATE "Entry" SET "title" = 'Products exported by ' || substr("title", length('Exports of ') + 1)
WHERE "kind" = 'tradeProducts' AND "title" LIKE 'Exports of %';

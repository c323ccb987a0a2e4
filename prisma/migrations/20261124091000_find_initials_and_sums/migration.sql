-- Since now a save projects organisations by their initials ("WTO") and sums by their magnitude ("23 million") into
-- what a record can be found by. What is published already gets them here; its drafts get them when next saved.
UPDATE "Record" r SET "find" = r."find" || ' ' || said.words
FROM (
  SELECT d."id", string_agg(regexp_replace(m, '[^A-Z]', '', 'g'), ' ') AS words
  FROM "Dossier" d, unnest(d."memberships") AS m
  WHERE regexp_replace(m, '[^A-Z]', '', 'g') ~ '..'
  GROUP BY d."id"
) said
WHERE said."id" = r."id";

UPDATE "Record" r SET "find" = r."find" || ' ' || said.words
FROM (
  SELECT sums."id", string_agg(
    CASE WHEN amount >= 1e12 THEN trim_scale(round(amount / 1e12, 2)) || ' trillion'
         WHEN amount >= 1e9 THEN trim_scale(round(amount / 1e9, 2)) || ' billion'
         WHEN amount >= 1e6 THEN trim_scale(round(amount / 1e6, 2)) || ' million'
         ELSE trim_scale(round(amount / 1e3, 2)) || ' thousand' END, ' ') AS words
  FROM (
    SELECT "id", unnest(ARRAY["exportsA", "exportsB", "total"]) AS amount FROM "TradeYear"
    UNION ALL SELECT "tradeProductsId", "value" FROM "TradeProduct"
  ) sums
  WHERE amount >= 1000
  GROUP BY sums."id"
) said
WHERE said."id" = r."id";

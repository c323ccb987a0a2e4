-- Citations that support the one valuation of before support that of both directions.
UPDATE "Citation" c
SET "supports" = (SELECT array_agg(DISTINCT path ORDER BY path)
                  FROM unnest(array_remove(c."supports", 'valuation') || '{valuationA,valuationB}'::text[]) AS path)
FROM "Record" r WHERE r."id" = c."recordId" AND r."kind" = 'tradeYear' AND 'valuation' = ANY(c."supports");
UPDATE "Entry" SET "draft" = jsonb_set("draft", '{citations}', (
  SELECT jsonb_agg(CASE WHEN one.row->'supports' ? 'valuation'
      THEN one.row || jsonb_build_object('supports', (
        SELECT jsonb_agg(DISTINCT path ORDER BY path)
        FROM jsonb_array_elements(((one.row->'supports') - 'valuation') || '["valuationA", "valuationB"]') AS path))
      ELSE one.row END ORDER BY one.place)
  FROM jsonb_array_elements("draft"->'citations') WITH ORDINALITY AS one(row, place)))
WHERE "kind" = 'tradeYear' AND jsonb_path_exists("draft", '$.citations[*].supports[*] ? (@ == "valuation")');

-- A citation supports several values, each named by its path: `began`, `meetings/<row id>/host`.
ALTER TABLE "Citation" ADD COLUMN "supports" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
UPDATE "Citation" SET "supports" = ARRAY["field"] WHERE "field" IS NOT NULL;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_supports_check" CHECK (
  cardinality("supports") <= 100 AND array_position("supports", NULL) IS NULL
  AND length(array_to_string("supports", '')) <= 20000);

-- An instance of the version before, while it still runs, publishes with one field.
CREATE FUNCTION entente_support_field() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."supports" := ARRAY[NEW."field"];
  RETURN NEW;
END $$;
CREATE TRIGGER "Citation_supports_field" BEFORE INSERT ON "Citation" FOR EACH ROW
  WHEN (NEW."field" IS NOT NULL AND cardinality(NEW."supports") = 0) EXECUTE FUNCTION entente_support_field();

-- Working copies say it alike. Revisions stay as they were written: they are converted when they are read.
UPDATE "Entry" SET "draft" = jsonb_set("draft", '{citations}', (
  SELECT jsonb_agg(CASE
      WHEN NOT one.row ? 'field' THEN one.row
      WHEN jsonb_typeof(one.row->'field') = 'string'
        THEN (one.row - 'field') || jsonb_build_object('supports', jsonb_build_array(one.row->'field'))
      ELSE one.row - 'field' END ORDER BY one.place)
  FROM jsonb_array_elements("draft"->'citations') WITH ORDINALITY AS one(row, place)))
WHERE jsonb_path_exists("draft", '$.citations[*].field');

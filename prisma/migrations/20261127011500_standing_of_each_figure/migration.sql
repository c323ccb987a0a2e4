-- AlterTable
ALTER TABLE "TradeYear" ADD COLUMN     "standingA" TEXT,
ADD COLUMN     "standingB" TEXT,
ADD COLUMN     "standingTotal" TEXT;

-- ── The one standing of a year's figures is that of each ─────────────────────────────────────────

UPDATE "TradeYear" SET "standingA" = "standing", "standingB" = "standing", "standingTotal" = "standing"
WHERE "standing" IS NOT NULL;
ALTER TABLE "TradeYear" ADD CONSTRAINT "TradeYear_standings_check" CHECK (
  "standingA" IN ('provisional', 'estimate') AND "standingB" IN ('provisional', 'estimate')
  AND "standingTotal" IN ('provisional', 'estimate'));

-- Versions before this one go on writing the one column while they are being replaced; a later migration drops it.
CREATE FUNCTION entente_standing_of_each() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW."standing" IS DISTINCT FROM OLD."standing" THEN
    NEW."standingA" := COALESCE(NEW."standingA", NEW."standing");
    NEW."standingB" := COALESCE(NEW."standingB", NEW."standing");
    NEW."standingTotal" := COALESCE(NEW."standingTotal", NEW."standing");
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "TradeYear_standing" BEFORE INSERT OR UPDATE OF "standing" ON "TradeYear"
  FOR EACH ROW EXECUTE FUNCTION entente_standing_of_each();

-- Working copies alike; revisions stay as they were written, and are read so.
UPDATE "Entry" SET "draft" = ("draft" - 'standing') || jsonb_build_object(
  'standingA', "draft"->'standing', 'standingB', "draft"->'standing', 'standingTotal', "draft"->'standing')
WHERE "kind" = 'tradeYear' AND "draft" ? 'standing';

-- Citations of the one standing are for that of each figure; one that states something else is for one value, the total's.
CREATE FUNCTION pg_temp.standings(supports text[], differs boolean) RETURNS text[] LANGUAGE sql AS $$
  SELECT array_agg(DISTINCT path ORDER BY path) FROM unnest(array_remove(supports, 'standing')
    || CASE WHEN differs THEN '{standingTotal}'::text[] ELSE '{standingA,standingB,standingTotal}'::text[] END) AS path
$$;
UPDATE "Citation" c SET "supports" = pg_temp.standings(c."supports", c."states" IS NOT NULL)
FROM "Record" r WHERE r."id" = c."recordId" AND r."kind" = 'tradeYear' AND 'standing' = ANY(c."supports");
UPDATE "Entry" SET "draft" = jsonb_set("draft", '{citations}', (
  SELECT jsonb_agg(CASE WHEN one.row->'supports' ? 'standing'
      THEN one.row || jsonb_build_object('supports', to_jsonb(pg_temp.standings(
        ARRAY(SELECT jsonb_array_elements_text(one.row->'supports')), one.row ? 'states')))
      ELSE one.row END ORDER BY one.place)
  FROM jsonb_array_elements("draft"->'citations') WITH ORDINALITY AS one(row, place)))
WHERE "kind" = 'tradeYear' AND jsonb_path_exists("draft", '$.citations[*].supports[*] ? (@ == "standing")');

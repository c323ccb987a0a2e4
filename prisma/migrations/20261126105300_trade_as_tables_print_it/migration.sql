-- AlterTable
ALTER TABLE "TradeYear" ADD COLUMN     "period" TEXT,
ADD COLUMN     "sourceName" TEXT,
ADD COLUMN     "standing" TEXT,
ADD COLUMN     "valuationA" TEXT,
ADD COLUMN     "valuationB" TEXT;

ALTER TABLE "TradeYear" ADD CONSTRAINT "TradeYear_period_check" CHECK ("period" IN ('fiscal'));
ALTER TABLE "TradeYear" ADD CONSTRAINT "TradeYear_standing_check" CHECK ("standing" IN ('provisional', 'estimate'));
ALTER TABLE "TradeYear" ADD CONSTRAINT "TradeYear_sourceName_check" CHECK ("sourceName" IS NULL OR "reporter" = 'third-source');
ALTER TABLE "TradeYear" ADD CONSTRAINT "TradeYear_valuations_check" CHECK ("valuationA" IN ('FOB', 'CIF', 'unknown') AND "valuationB" IN ('FOB', 'CIF', 'unknown'));

-- ── The one valuation of a year holds for both of its directions ─────────────────────────────────

UPDATE "TradeYear" SET "valuationA" = "valuation", "valuationB" = "valuation";
-- Versions before this one go on writing the one column while they are being replaced; a later migration drops it.
ALTER TABLE "TradeYear" ALTER COLUMN "valuation" SET DEFAULT 'unknown';
CREATE FUNCTION entente_valuation_of_both() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."valuationA" IS NULL AND NEW."valuationB" IS NULL AND NEW."valuation" <> 'unknown' THEN
    NEW."valuationA" := NEW."valuation";
    NEW."valuationB" := NEW."valuation";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "TradeYear_valuation" BEFORE INSERT OR UPDATE OF "valuation" ON "TradeYear"
  FOR EACH ROW EXECUTE FUNCTION entente_valuation_of_both();

-- Working copies alike; revisions stay as they were written, and are read so.
UPDATE "Entry" SET "draft" = ("draft" - 'valuation')
  || jsonb_build_object('valuationA', "draft"->'valuation', 'valuationB', "draft"->'valuation')
WHERE "kind" = 'tradeYear' AND "draft" ? 'valuation';

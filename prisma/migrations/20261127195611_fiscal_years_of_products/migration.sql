-- AlterTable: what is traded may be stated for a fiscal year, as the figures are.
ALTER TABLE "TradeProducts" ADD COLUMN     "period" TEXT;
ALTER TABLE "TradeProducts" ADD CONSTRAINT "TradeProducts_period_check" CHECK ("period" IN ('fiscal'));

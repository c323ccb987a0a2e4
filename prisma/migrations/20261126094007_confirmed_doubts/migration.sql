-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "confirmed" JSONB NOT NULL DEFAULT '{}';

-- Which doubts were ever confirmed of a record is asked at each publication that leaves some.
CREATE INDEX "Revision_confirmed_idx" ON "Revision" ("entryId") WHERE "confirmed" <> '{}';

-- Sources round: parts that do not add up to the stated total are asked about, and kept as they are stated.
ALTER TABLE "TradeYear" DROP CONSTRAINT "TradeYear_sum_check";

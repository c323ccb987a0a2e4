-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "projectedBy" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Entry_projectedBy_idx" ON "Entry"("projectedBy");

-- What stands is projected anew in the background: searches find it by its choices' and countries' signs, and by what its
-- citations say.
SELECT pgboss.create_queue('projection', '{"policy": "short", "retryLimit": 0, "expireInSeconds": 120, "retentionMinutes": 1440}');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "passwordLapsesAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "browser" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "network" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "system" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Sessions that stand were prolonged by twelve hours whenever they were used.
UPDATE "Session" SET "usedAt" = greatest("createdAt", least("expiresAt" - interval '12 hours', CURRENT_TIMESTAMP));

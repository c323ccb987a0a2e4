-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "lastVerifiedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Record" ADD COLUMN     "lastVerifiedAt" TIMESTAMPTZ(3);

-- Lists of what was not verified for longest: those that never were come first.
CREATE INDEX "Entry_verified_idx" ON "Entry" ("kind", (coalesce("lastVerifiedAt", '0001-01-01 00:00:00+00'::timestamptz)), "id") WHERE "state" IN ('published', 'changed');
CREATE INDEX "Entry_dossierId_verified_idx" ON "Entry" ("dossierId", "kind", (coalesce("lastVerifiedAt", '0001-01-01 00:00:00+00'::timestamptz)), "id") WHERE "state" IN ('published', 'changed');

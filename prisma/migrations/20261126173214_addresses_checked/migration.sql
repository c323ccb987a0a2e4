-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "addressAnswers" BOOLEAN,
ADD COLUMN     "addressCheckedByName" TEXT,
ADD COLUMN     "addressCheckedOn" TEXT,
ADD COLUMN     "checkedAddress" TEXT;

-- What the desk asks for: those not looked at for longest (by a check of the address that the source has now, or by the access
-- that it tells of), and those that do not answer. Days are texts, which sort as they are written however precise they are.
CREATE INDEX "Entry_unchecked_address_idx" ON "Entry" (
  (CASE WHEN "checkedAddress" = "draft"->>'address'
    THEN greatest("addressCheckedOn", coalesce("draft"->>'accessedOn', '')) ELSE coalesce("draft"->>'accessedOn', '') END), "id")
  WHERE "kind" = 'source' AND "state" <> 'trashed' AND "draft"->>'address' IS NOT NULL;
CREATE INDEX "Entry_dead_address_idx" ON "Entry" ("addressCheckedOn", "id")
  WHERE "kind" = 'source' AND "state" <> 'trashed' AND "checkedAddress" = "draft"->>'address' AND NOT "addressAnswers";

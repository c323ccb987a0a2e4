-- AlterTable
ALTER TABLE "Record" ADD COLUMN     "underReviewSince" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ErrorReport" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "address" TEXT,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredByName" TEXT,
    "isAnswerSent" BOOLEAN NOT NULL DEFAULT false,
    "settledAt" TIMESTAMPTZ(3),
    "settledByName" TEXT,

    CONSTRAINT "ErrorReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ErrorReport_entryId_madeAt_idx" ON "ErrorReport"("entryId", "madeAt");

-- CreateIndex
CREATE INDEX "ErrorReport_settledAt_id_idx" ON "ErrorReport"("settledAt", "id");

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_texts_check" CHECK (
  char_length("text") BETWEEN 1 AND 2000 AND char_length("source") <= 500 AND char_length("answer") BETWEEN 1 AND 2000);
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_address_check" CHECK (char_length("address") <= 254);
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_answer_check" CHECK (("answer" IS NULL) = ("answeredAt" IS NULL));
CREATE INDEX "ErrorReport_open_idx" ON "ErrorReport"("madeAt", "id") WHERE "settledAt" IS NULL;
CREATE INDEX "ErrorReport_address_idx" ON "ErrorReport"("settledAt") WHERE "address" IS NOT NULL;

ALTER TABLE "DeskNotice" DROP CONSTRAINT "DeskNotice_about_check";
ALTER TABLE "DeskNotice" ADD CONSTRAINT "DeskNotice_about_check"
  CHECK ("about" IN ('submitted', 'accepted', 'returned', 'comment', 'reply', 'resolved', 'reopened', 'reported'));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "ErrorReport" TO entente_app;
  END IF;
END $$;

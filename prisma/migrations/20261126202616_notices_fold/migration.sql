-- AlterTable
ALTER TABLE "DeskNotice" ADD COLUMN     "fold" TEXT,
ADD COLUMN     "times" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "DeskNotice" DROP CONSTRAINT "DeskNotice_about_check";
ALTER TABLE "DeskNotice" ADD CONSTRAINT "DeskNotice_about_check"
  CHECK ("about" IN ('submitted', 'accepted', 'rewritten', 'returned', 'comment', 'reply', 'resolved', 'reopened', 'reported'));
ALTER TABLE "Review" DROP CONSTRAINT "Review_state_check";
ALTER TABLE "Review" ADD CONSTRAINT "Review_state_check"
  CHECK ("state" IN ('waiting', 'accepted', 'rewritten', 'returned', 'withdrawn'));

-- Of unread notices of one person that tell of the same, there is one.
CREATE UNIQUE INDEX "DeskNotice_fold_key" ON "DeskNotice" ("userId", "entryId", "fold") WHERE "readAt" IS NULL;

-- What was said of a record without being a write of it, as a comment, names it as its subject.
CREATE INDEX "AuditEvent_subject_idx" ON "AuditEvent" ("subject", "at" DESC, "seq" DESC) WHERE "entryId" IS NULL;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "changeNote" TEXT;

-- AlterTable
ALTER TABLE "ScheduledMove" ADD COLUMN     "changeNote" TEXT;

-- AlterTable
ALTER TABLE "Record" ADD COLUMN     "changeNote" TEXT;

-- CreateTable
CREATE TABLE "ReviewSetting" (
    "dossierId" UUID NOT NULL,
    "asks" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "setById" UUID,
    "setByName" TEXT NOT NULL,

    CONSTRAINT "ReviewSetting_pkey" PRIMARY KEY ("dossierId")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "entryVersion" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "version" INTEGER NOT NULL DEFAULT 1,
    "note" TEXT NOT NULL DEFAULT '',
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "madeById" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,
    "settledByName" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "parentId" UUID,
    "path" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "madeById" UUID,
    "madeByName" TEXT NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedByName" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeskNotice" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeskNotice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Review_state_madeAt_idx" ON "Review"("state", "madeAt");

-- CreateIndex
CREATE INDEX "Review_entryId_madeAt_idx" ON "Review"("entryId", "madeAt" DESC);

-- CreateIndex
CREATE INDEX "Comment_entryId_madeAt_idx" ON "Comment"("entryId", "madeAt");

-- CreateIndex
CREATE INDEX "Comment_parentId_idx" ON "Comment"("parentId");

-- CreateIndex
CREATE INDEX "DeskNotice_userId_at_idx" ON "DeskNotice"("userId", "at" DESC);

-- CreateIndex
CREATE INDEX "DeskNotice_entryId_idx" ON "DeskNotice"("entryId");

-- AddForeignKey
ALTER TABLE "ReviewSetting" ADD CONSTRAINT "ReviewSetting_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskNotice" ADD CONSTRAINT "DeskNotice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskNotice" ADD CONSTRAINT "DeskNotice_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Revision" ADD CONSTRAINT "Revision_changeNote_check" CHECK (char_length("changeNote") BETWEEN 1 AND 300);
ALTER TABLE "Record" ADD CONSTRAINT "Record_changeNote_check" CHECK (char_length("changeNote") BETWEEN 1 AND 300);
ALTER TABLE "ScheduledMove" ADD CONSTRAINT "ScheduledMove_changeNote_check" CHECK (char_length("changeNote") BETWEEN 1 AND 300);

ALTER TABLE "Review" ADD CONSTRAINT "Review_state_check" CHECK ("state" IN ('waiting', 'accepted', 'returned', 'withdrawn'));
ALTER TABLE "Review" ADD CONSTRAINT "Review_settled_check" CHECK (("state" = 'waiting') = ("settledAt" IS NULL));
ALTER TABLE "Review" ADD CONSTRAINT "Review_texts_check" CHECK (char_length("note") <= 1000 AND char_length("answer") <= 1000);
-- One of a record waits at most.
CREATE UNIQUE INDEX "Review_waiting_key" ON "Review"("entryId") WHERE "state" = 'waiting';

ALTER TABLE "Comment" ADD CONSTRAINT "Comment_text_check" CHECK (char_length("text") BETWEEN 1 AND 2000);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_path_check" CHECK (char_length("path") <= 200);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_reply_check" CHECK ("parentId" IS NULL OR "resolvedAt" IS NULL);
CREATE INDEX "Comment_open_idx" ON "Comment"("entryId") WHERE "parentId" IS NULL AND "resolvedAt" IS NULL;

ALTER TABLE "DeskNotice" ADD CONSTRAINT "DeskNotice_about_check"
  CHECK ("about" IN ('submitted', 'accepted', 'returned', 'comment', 'reply', 'resolved', 'reopened'));
CREATE INDEX "DeskNotice_unread_idx" ON "DeskNotice"("userId", "entryId") WHERE "readAt" IS NULL;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "ReviewSetting", "Review", "Comment", "DeskNotice" TO entente_app;
  END IF;
END $$;

-- CreateTable
CREATE TABLE "File" (
    "id" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "words" TEXT NOT NULL DEFAULT '',
    "smallId" TEXT,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "addedByName" TEXT NOT NULL,

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventFile" (
    "eventId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "file" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT,
    "licence" TEXT,
    "credit" TEXT,

    CONSTRAINT "EventFile_pkey" PRIMARY KEY ("eventId","position")
);

-- CreateTable
CREATE TABLE "VisitFile" (
    "visitId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "file" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT,
    "licence" TEXT,
    "credit" TEXT,

    CONSTRAINT "VisitFile_pkey" PRIMARY KEY ("visitId","position")
);

-- CreateTable
CREATE TABLE "AgreementFile" (
    "agreementId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "file" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT,
    "licence" TEXT,
    "credit" TEXT,

    CONSTRAINT "AgreementFile_pkey" PRIMARY KEY ("agreementId","position")
);

-- CreateTable
CREATE TABLE "SourceFile" (
    "sourceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "file" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT,
    "licence" TEXT,
    "credit" TEXT,

    CONSTRAINT "SourceFile_pkey" PRIMARY KEY ("sourceId","position")
);

-- CreateIndex
CREATE INDEX "File_smallId_idx" ON "File"("smallId");

-- CreateIndex
CREATE INDEX "EventFile_file_idx" ON "EventFile"("file");

-- CreateIndex
CREATE UNIQUE INDEX "EventFile_eventId_id_key" ON "EventFile"("eventId", "id");

-- CreateIndex
CREATE INDEX "VisitFile_file_idx" ON "VisitFile"("file");

-- CreateIndex
CREATE UNIQUE INDEX "VisitFile_visitId_id_key" ON "VisitFile"("visitId", "id");

-- CreateIndex
CREATE INDEX "AgreementFile_file_idx" ON "AgreementFile"("file");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementFile_agreementId_id_key" ON "AgreementFile"("agreementId", "id");

-- CreateIndex
CREATE INDEX "SourceFile_file_idx" ON "SourceFile"("file");

-- CreateIndex
CREATE UNIQUE INDEX "SourceFile_sourceId_id_key" ON "SourceFile"("sourceId", "id");

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_smallId_fkey" FOREIGN KEY ("smallId") REFERENCES "File"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventFile" ADD CONSTRAINT "EventFile_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventFile" ADD CONSTRAINT "EventFile_file_fkey" FOREIGN KEY ("file") REFERENCES "File"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitFile" ADD CONSTRAINT "VisitFile_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitFile" ADD CONSTRAINT "VisitFile_file_fkey" FOREIGN KEY ("file") REFERENCES "File"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementFile" ADD CONSTRAINT "AgreementFile_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementFile" ADD CONSTRAINT "AgreementFile_file_fkey" FOREIGN KEY ("file") REFERENCES "File"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceFile" ADD CONSTRAINT "SourceFile_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceFile" ADD CONSTRAINT "SourceFile_file_fkey" FOREIGN KEY ("file") REFERENCES "File"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What a file can be ──────────────────────────────────────────────────────────────────────────

ALTER TABLE "File" ADD CONSTRAINT "File_id_check" CHECK ("id" ~ '^[0-9a-f]{64}\.(pdf|jpg|png|webp|txt)$');
ALTER TABLE "File" ADD CONSTRAINT "File_size_check" CHECK ("size" BETWEEN 1 AND 52428800);
ALTER TABLE "AgreementFile" ADD CONSTRAINT "AgreementFile_role_check" CHECK ("role" IN ('authentic-text', 'translation', 'annex', 'related-document'));

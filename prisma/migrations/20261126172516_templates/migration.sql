-- CreateTable
CREATE TABLE "RecordTemplate" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dossierId" UUID,
    "name" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "madeById" UUID,
    "madeByName" TEXT NOT NULL,

    CONSTRAINT "RecordTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RecordTemplate_dossierId_idx" ON "RecordTemplate"("dossierId");

-- AddForeignKey
ALTER TABLE "RecordTemplate" ADD CONSTRAINT "RecordTemplate_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Two that serve in the same dossier, or in all, are not called the same.
CREATE UNIQUE INDEX "RecordTemplate_name_key" ON "RecordTemplate"("kind", "dossierId", "name") NULLS NOT DISTINCT;

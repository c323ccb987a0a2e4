-- CreateTable
CREATE TABLE "CalendarLink" (
    "id" UUID NOT NULL,
    "dossierId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "madeById" UUID,
    "madeByName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarLink_tokenHash_key" ON "CalendarLink"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarLink_dossierId_idx" ON "CalendarLink"("dossierId");

-- AddForeignKey
ALTER TABLE "CalendarLink" ADD CONSTRAINT "CalendarLink_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

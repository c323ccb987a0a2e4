-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "predecessorA" TEXT,
ADD COLUMN     "predecessorB" TEXT;

-- AlterTable
ALTER TABLE "TradeYear" ADD COLUMN     "predecessorA" TEXT,
ADD COLUMN     "predecessorB" TEXT;

-- CreateTable
CREATE TABLE "DossierPredecessor" (
    "dossierId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "side" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "from" TEXT,
    "fromEarliest" DATE,
    "fromLatest" DATE,
    "to" TEXT,
    "toEarliest" DATE,
    "toLatest" DATE,

    CONSTRAINT "DossierPredecessor_pkey" PRIMARY KEY ("dossierId","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "DossierPredecessor_dossierId_id_key" ON "DossierPredecessor"("dossierId", "id");

-- AddForeignKey
ALTER TABLE "DossierPredecessor" ADD CONSTRAINT "DossierPredecessor_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "Dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "DossierPredecessor" ADD CONSTRAINT "DossierPredecessor_side_check" CHECK ("side" IN ('countryA', 'countryB'));
ALTER TABLE "DossierPredecessor" ADD CONSTRAINT "DossierPredecessor_days_check" CHECK ("toLatest" IS NULL OR "fromEarliest" IS NULL OR "toLatest" >= "fromEarliest");

-- Countries that were have codes of four letters where another country has their two by now (ISO 3166-3).

-- AlterTable
ALTER TABLE "Dossier" ALTER COLUMN "countryA" SET DATA TYPE TEXT,
ALTER COLUMN "countryB" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "Visit" ALTER COLUMN "from" SET DATA TYPE TEXT,
ALTER COLUMN "to" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "AgreementSignatory" ALTER COLUMN "party" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "TradeProducts" ALTER COLUMN "exporter" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "Mission" ALTER COLUMN "sending" SET DATA TYPE TEXT,
ALTER COLUMN "receiving" SET DATA TYPE TEXT,
ALTER COLUMN "accreditedFrom" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "Person" ALTER COLUMN "country" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "PersonOffice" ALTER COLUMN "country" SET DATA TYPE TEXT;

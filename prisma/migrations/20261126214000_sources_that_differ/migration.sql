-- AlterTable
ALTER TABLE "Citation" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "states" TEXT;

-- AlterTable
ALTER TABLE "Agreement" ADD COLUMN     "originalLanguage" TEXT,
ADD COLUMN     "originalTitle" TEXT;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "unreadable" JSONB;

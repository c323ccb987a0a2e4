-- AlterTable: an event may be held in a third country, at a forum.
ALTER TABLE "Event" ADD COLUMN     "country" TEXT,
ADD COLUMN     "forum" TEXT,
ADD COLUMN     "place" TEXT;

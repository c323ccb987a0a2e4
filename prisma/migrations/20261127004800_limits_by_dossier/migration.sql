-- AlterTable
ALTER TABLE "User" ADD COLUMN     "isLimited" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "limitedTo" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

-- Who is not limited names no dossier; no one names more than can be shown.
ALTER TABLE "User" ADD CONSTRAINT "User_limitedTo_check" CHECK (("isLimited" OR cardinality("limitedTo") = 0) AND cardinality("limitedTo") <= 100);

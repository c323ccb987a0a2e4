-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "isLimited" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "limitedTo" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

-- As of accounts; and an admin is limited to none.
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_limitedTo_check" CHECK (("isLimited" OR cardinality("limitedTo") = 0) AND cardinality("limitedTo") <= 100 AND NOT ("isLimited" AND "role" = 'admin'));

-- CreateTable
CREATE TABLE "Subject" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Subject_pkey" PRIMARY KEY ("key")
);

-- The subjects are kept at the desk: a published agreement holds the key of one that is a default or in the table.
ALTER TABLE "Subject" ADD CONSTRAINT "Subject_key_check" CHECK (length("key") <= 60 AND "key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Subject" ADD CONSTRAINT "Subject_name_check" CHECK (length("name") BETWEEN 1 AND 80);
ALTER TABLE "Agreement" DROP CONSTRAINT "Agreement_subject_check";
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_subject_check" CHECK (length("subject") <= 60 AND "subject" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- CreateTable
CREATE TABLE "CountryName" (
    "code" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "inText" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CountryName_pkey" PRIMARY KEY ("code","locale")
);
ALTER TABLE "CountryName" ADD CONSTRAINT "CountryName_code_check" CHECK ("code" ~ '^[A-Z]{2}([A-Z]{2})?$');
ALTER TABLE "CountryName" ADD CONSTRAINT "CountryName_name_check" CHECK (length("name") BETWEEN 1 AND 100 AND length("inText") BETWEEN 1 AND 100);

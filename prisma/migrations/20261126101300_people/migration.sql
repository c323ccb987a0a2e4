-- People, shared by all dossiers as sources are, and what visits say besides: who of them came and was met, of which trip
-- or forum a visit was part, whether it was called off, and who else came along. All of it may be missing: records of
-- before stay as they are.

-- AlterTable
ALTER TABLE "Visit" ADD COLUMN     "forum" TEXT,
ADD COLUMN     "notHeld" TEXT,
ADD COLUMN     "trip" TEXT,
ADD COLUMN     "visitorPersonId" UUID;

-- AlterTable
ALTER TABLE "VisitMeeting" ADD COLUMN     "hostPersonId" UUID;

-- CreateTable
CREATE TABLE "VisitDelegate" (
    "visitId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "personId" UUID,
    "office" TEXT,
    "rank" TEXT,

    CONSTRAINT "VisitDelegate_pkey" PRIMARY KEY ("visitId","position")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2),
    "wikidata" TEXT,
    "note" TEXT,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonName" (
    "personId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "language" TEXT,

    CONSTRAINT "PersonName_pkey" PRIMARY KEY ("personId","position")
);

-- CreateTable
CREATE TABLE "PersonOffice" (
    "personId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office" TEXT NOT NULL,
    "rank" TEXT,
    "country" CHAR(2),
    "from" TEXT,
    "fromEarliest" DATE,
    "fromLatest" DATE,
    "to" TEXT,
    "toEarliest" DATE,
    "toLatest" DATE,

    CONSTRAINT "PersonOffice_pkey" PRIMARY KEY ("personId","position")
);

-- CreateIndex
CREATE INDEX "VisitDelegate_personId_idx" ON "VisitDelegate"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "VisitDelegate_visitId_id_key" ON "VisitDelegate"("visitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PersonName_personId_id_key" ON "PersonName"("personId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PersonOffice_personId_id_key" ON "PersonOffice"("personId", "id");

-- CreateIndex
CREATE INDEX "Visit_visitorPersonId_idx" ON "Visit"("visitorPersonId");

-- CreateIndex
CREATE INDEX "VisitMeeting_hostPersonId_idx" ON "VisitMeeting"("hostPersonId");

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_visitorPersonId_fkey" FOREIGN KEY ("visitorPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitDelegate" ADD CONSTRAINT "VisitDelegate_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitDelegate" ADD CONSTRAINT "VisitDelegate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitMeeting" ADD CONSTRAINT "VisitMeeting_hostPersonId_fkey" FOREIGN KEY ("hostPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonName" ADD CONSTRAINT "PersonName_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonOffice" ADD CONSTRAINT "PersonOffice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Visit" ADD CONSTRAINT "Visit_notHeld_check" CHECK ("notHeld" IN ('cancelled', 'postponed'));
ALTER TABLE "VisitDelegate" ADD CONSTRAINT "VisitDelegate_rank_check" CHECK ("rank" IN ('head-of-state', 'head-of-government', 'foreign-minister', 'minister', 'speaker-of-parliament', 'deputy-minister', 'other'));
ALTER TABLE "PersonOffice" ADD CONSTRAINT "PersonOffice_rank_check" CHECK ("rank" IN ('head-of-state', 'head-of-government', 'foreign-minister', 'minister', 'speaker-of-parliament', 'deputy-minister', 'other'));

-- A trip and a forum join visits of several dossiers: they are found by their words, however these are written.
CREATE INDEX "Visit_trip_idx" ON "Visit" (entente_words("trip")) WHERE "trip" IS NOT NULL;
CREATE INDEX "Visit_forum_idx" ON "Visit" (entente_words("forum")) WHERE "forum" IS NOT NULL;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "Person", "PersonName", "PersonOffice", "VisitDelegate" TO entente_app;
  END IF;
END $$;

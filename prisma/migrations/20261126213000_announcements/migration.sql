-- CreateTable
CREATE TABLE "VisitMission" (
    "visitId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "missionId" UUID NOT NULL,

    CONSTRAINT "VisitMission_pkey" PRIMARY KEY ("visitId","position")
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "maker" TEXT,
    "organisation" TEXT,
    "announced" TEXT,
    "announcedEarliest" DATE,
    "announcedLatest" DATE,
    "place" TEXT,
    "visitId" UUID,
    "eventId" UUID,
    "due" TEXT,
    "dueEarliest" DATE,
    "dueLatest" DATE,
    "text" TEXT,
    "fulfilment" TEXT NOT NULL,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnnouncementStep" (
    "announcementId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "date" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "what" TEXT NOT NULL,
    "fulfilment" TEXT,
    "missionId" UUID,
    "agreementId" UUID,

    CONSTRAINT "AnnouncementStep_pkey" PRIMARY KEY ("announcementId","position")
);

-- CreateIndex
CREATE INDEX "VisitMission_missionId_idx" ON "VisitMission"("missionId");

-- CreateIndex
CREATE INDEX "Announcement_visitId_idx" ON "Announcement"("visitId");

-- CreateIndex
CREATE INDEX "Announcement_eventId_idx" ON "Announcement"("eventId");

-- CreateIndex
CREATE INDEX "AnnouncementStep_missionId_idx" ON "AnnouncementStep"("missionId");

-- CreateIndex
CREATE INDEX "AnnouncementStep_agreementId_idx" ON "AnnouncementStep"("agreementId");

-- CreateIndex
CREATE UNIQUE INDEX "AnnouncementStep_announcementId_id_key" ON "AnnouncementStep"("announcementId", "id");

-- AddForeignKey
ALTER TABLE "VisitMission" ADD CONSTRAINT "VisitMission_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitMission" ADD CONSTRAINT "VisitMission_missionId_fkey" FOREIGN KEY ("missionId") REFERENCES "Mission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementStep" ADD CONSTRAINT "AnnouncementStep_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementStep" ADD CONSTRAINT "AnnouncementStep_missionId_fkey" FOREIGN KEY ("missionId") REFERENCES "Mission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementStep" ADD CONSTRAINT "AnnouncementStep_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What an announcement cannot be ────────────────────────────────────────────────────────────────

ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_maker_check" CHECK ("maker" IS NOT NULL OR "organisation" IS NOT NULL);
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_days_check" CHECK ("dueLatest" IS NULL OR "announcedEarliest" IS NULL OR "dueLatest" >= "announcedEarliest");
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_fulfilment_check" CHECK ("fulfilment" IN ('kept', 'partly', 'open', 'lapsed', 'unknown'));
ALTER TABLE "AnnouncementStep" ADD CONSTRAINT "AnnouncementStep_fulfilment_check" CHECK ("fulfilment" IN ('kept', 'partly', 'open', 'lapsed'));

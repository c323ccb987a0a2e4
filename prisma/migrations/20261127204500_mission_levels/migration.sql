-- CreateTable
CREATE TABLE "MissionLevel" (
    "missionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "type" TEXT NOT NULL,
    "from" TEXT,
    "fromEarliest" DATE,
    "fromLatest" DATE,
    "to" TEXT,
    "toEarliest" DATE,
    "toLatest" DATE,

    CONSTRAINT "MissionLevel_pkey" PRIMARY KEY ("missionId","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "MissionLevel_missionId_id_key" ON "MissionLevel"("missionId", "id");

-- AddForeignKey
ALTER TABLE "MissionLevel" ADD CONSTRAINT "MissionLevel_missionId_fkey" FOREIGN KEY ("missionId") REFERENCES "Mission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Mission" DROP CONSTRAINT "Mission_type_check";
ALTER TABLE "Mission" ADD CONSTRAINT "Mission_type_check" CHECK ("type" IN ('embassy', 'high-commission', 'legation', 'permanent-mission', 'consulate-general', 'consulate', 'honorary-consulate', 'trade-office', 'cultural-institute', 'liaison-office', 'other'));
ALTER TABLE "MissionLevel" ADD CONSTRAINT "MissionLevel_type_check" CHECK ("type" IN ('embassy', 'high-commission', 'legation', 'permanent-mission', 'consulate-general', 'consulate', 'honorary-consulate', 'trade-office', 'cultural-institute', 'liaison-office', 'other'));
ALTER TABLE "MissionLevel" ADD CONSTRAINT "MissionLevel_days_check" CHECK ("toLatest" IS NULL OR "fromEarliest" IS NULL OR "toLatest" >= "fromEarliest");

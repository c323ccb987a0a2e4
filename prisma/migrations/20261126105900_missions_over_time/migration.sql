-- AlterTable
ALTER TABLE "Mission" ADD COLUMN     "district" TEXT,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "phone" TEXT;

-- CreateTable
CREATE TABLE "MissionClosure" (
    "missionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "closed" TEXT,
    "closedEarliest" DATE,
    "closedLatest" DATE,
    "reopened" TEXT,
    "reopenedEarliest" DATE,
    "reopenedLatest" DATE,

    CONSTRAINT "MissionClosure_pkey" PRIMARY KEY ("missionId","position")
);

-- CreateTable
CREATE TABLE "MissionHead" (
    "missionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "title" TEXT,
    "from" TEXT,
    "fromEarliest" DATE,
    "fromLatest" DATE,
    "to" TEXT,
    "toEarliest" DATE,
    "toLatest" DATE,

    CONSTRAINT "MissionHead_pkey" PRIMARY KEY ("missionId","position")
);

-- CreateTable
CREATE TABLE "MissionSeat" (
    "missionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "city" TEXT NOT NULL,
    "address" TEXT,
    "from" TEXT,
    "fromEarliest" DATE,
    "fromLatest" DATE,
    "to" TEXT,
    "toEarliest" DATE,
    "toLatest" DATE,

    CONSTRAINT "MissionSeat_pkey" PRIMARY KEY ("missionId","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "MissionClosure_missionId_id_key" ON "MissionClosure"("missionId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MissionHead_missionId_id_key" ON "MissionHead"("missionId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MissionSeat_missionId_id_key" ON "MissionSeat"("missionId", "id");

-- AddForeignKey
ALTER TABLE "MissionClosure" ADD CONSTRAINT "MissionClosure_missionId_fkey" FOREIGN KEY ("missionId") REFERENCES "Mission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissionHead" ADD CONSTRAINT "MissionHead_missionId_fkey" FOREIGN KEY ("missionId") REFERENCES "Mission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissionSeat" ADD CONSTRAINT "MissionSeat_missionId_fkey" FOREIGN KEY ("missionId") REFERENCES "Mission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── Missions as they are, and over time ──────────────────────────────────────────────────────────

ALTER TABLE "Mission" DROP CONSTRAINT "Mission_type_check";
ALTER TABLE "Mission" ADD CONSTRAINT "Mission_type_check" CHECK ("type" IN ('embassy', 'high-commission', 'permanent-mission', 'consulate-general', 'consulate', 'honorary-consulate', 'trade-office', 'cultural-institute', 'liaison-office', 'other'));
ALTER TABLE "MissionClosure" ADD CONSTRAINT "MissionClosure_days_check" CHECK (("closed" IS NOT NULL OR "reopened" IS NOT NULL) AND ("reopenedLatest" IS NULL OR "closedEarliest" IS NULL OR "reopenedLatest" >= "closedEarliest"));
ALTER TABLE "MissionHead" ADD CONSTRAINT "MissionHead_days_check" CHECK ("toLatest" IS NULL OR "fromEarliest" IS NULL OR "toLatest" >= "fromEarliest");
ALTER TABLE "MissionSeat" ADD CONSTRAINT "MissionSeat_days_check" CHECK ("toLatest" IS NULL OR "fromEarliest" IS NULL OR "toLatest" >= "fromEarliest");

-- The one head that a mission had becomes the first row of its heads, under one id in the working copy and in print where
-- both name the same. Revisions stay as they were written: they are read in today's shape.
UPDATE "Entry" SET "draft" = ("draft" - 'head') || CASE WHEN jsonb_typeof("draft"->'head') = 'string' THEN
  jsonb_build_object('heads', jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'name', "draft"->>'head'))) ELSE '{}' END
WHERE "kind" = 'mission' AND "draft" ? 'head';
INSERT INTO "MissionHead" ("missionId", "position", "id", "name")
SELECT m."id", 0, CASE WHEN e."draft"->'heads'->0->>'name' = m."head" THEN (e."draft"->'heads'->0->>'id')::uuid ELSE gen_random_uuid() END, m."head"
FROM "Mission" m JOIN "Entry" e ON e."id" = m."id" WHERE m."head" IS NOT NULL;
ALTER TABLE "Mission" DROP COLUMN "head";

-- Citations that support the head support the heads.
UPDATE "Citation" c SET "field" = CASE WHEN c."field" = 'head' THEN 'heads' ELSE c."field" END, "supports" = array_replace(c."supports", 'head', 'heads')
FROM "Record" r WHERE r."id" = c."recordId" AND r."kind" = 'mission' AND (c."field" = 'head' OR 'head' = ANY(c."supports"));
UPDATE "Entry" SET "draft" = jsonb_set("draft", '{citations}', (
  SELECT jsonb_agg(CASE WHEN one.row->'supports' ? 'head'
    THEN one.row || jsonb_build_object('supports', ((one.row->'supports') - 'head') || '["heads"]') ELSE one.row END ORDER BY one.place)
  FROM jsonb_array_elements("draft"->'citations') WITH ORDINALITY AS one(row, place)))
WHERE "kind" = 'mission' AND jsonb_path_exists("draft", '$.citations[*].supports[*] ? (@ == "head")');

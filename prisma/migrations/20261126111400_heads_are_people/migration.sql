-- Who a head of mission is, beside the name.
ALTER TABLE "MissionHead" ADD COLUMN "personId" UUID;
CREATE INDEX "MissionHead_personId_idx" ON "MissionHead"("personId");
ALTER TABLE "MissionHead" ADD CONSTRAINT "MissionHead_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

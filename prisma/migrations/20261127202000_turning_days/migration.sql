-- Which records have something to come is found by their definitions alone: the first look after this sets it.
ALTER TABLE "Record" ADD COLUMN "turnsOn" DATE;
CREATE INDEX "Record_turnsOn_idx" ON "Record" ("turnsOn", "id") WHERE "turnsOn" IS NOT NULL;

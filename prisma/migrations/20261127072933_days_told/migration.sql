-- CreateTable
CREATE TABLE "DaysTold" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "day" DATE NOT NULL,
    "recordId" UUID,

    CONSTRAINT "DaysTold_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "DaysTold" ADD CONSTRAINT "DaysTold_id_check" CHECK ("id" = 1);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "DaysTold" TO entente_app;
  END IF;
END $$;

-- The version before this knew from the outbox of what pages were told: up to today, or to the day before the first of this week
-- of which they were not.
INSERT INTO "DaysTold" ("day")
SELECT coalesce(min(r."sortDate") - 1, t."today")
FROM (SELECT (now() AT TIME ZONE 'UTC')::date AS "today") t
LEFT JOIN "Record" r ON r."sortDate" BETWEEN t."today" - 7 AND t."today"
  AND r."lastPublishedAt" < (r."sortDate"::timestamp AT TIME ZONE 'UTC')
  AND (r."dossierId" IS NOT NULL OR r."kind" = 'dossier')
  AND NOT EXISTS (
    SELECT FROM "Outbox" o WHERE o."recordId" = r."id" AND o."at" >= (r."sortDate"::timestamp AT TIME ZONE 'UTC'))
GROUP BY t."today";

-- How many published records of a kind each dossier has, kept rather than counted. A statement that brings or takes
-- records changes each count once, in one order, so that two of them cannot wait for one another.
CREATE TABLE "RecordCount" (
    "dossierId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RecordCount_pkey" PRIMARY KEY ("dossierId","kind"),
    CONSTRAINT "RecordCount_count_check" CHECK ("count" >= 0)
);
ALTER TABLE "RecordCount" ADD CONSTRAINT "RecordCount_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION entente_count_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "RecordCount" ("dossierId", "kind", "count")
    SELECT "dossierId", "kind", count(*) FROM moved WHERE "dossierId" IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("dossierId", "kind") DO UPDATE SET "count" = "RecordCount"."count" + excluded."count";
  ELSE
    -- Their coming was counted, so there is always a row to take from.
    INSERT INTO "RecordCount" ("dossierId", "kind", "count")
    SELECT "dossierId", "kind", count(*) FROM moved WHERE "dossierId" IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("dossierId", "kind") DO UPDATE SET "count" = "RecordCount"."count" - excluded."count";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Record_count_come" AFTER INSERT ON "Record" REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION entente_count_records();
CREATE TRIGGER "Record_count_gone" AFTER DELETE ON "Record" REFERENCING OLD TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION entente_count_records();

-- A record stays what it is, and where: else its count would be another's.
CREATE FUNCTION entente_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a record keeps its kind and its dossier' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "Record_stays" BEFORE UPDATE OF "kind", "dossierId" ON "Record" FOR EACH ROW
  WHEN (OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."dossierId" IS DISTINCT FROM NEW."dossierId")
  EXECUTE FUNCTION entente_record_stays();

INSERT INTO "RecordCount" ("dossierId", "kind", "count")
SELECT "dossierId", "kind", count(*) FROM "Record" WHERE "dossierId" IS NOT NULL GROUP BY 1, 2;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "RecordCount" TO entente_app;
  END IF;
END $$;

-- What changed last, on the whole site (where sources are not told of) and in one dossier.
DROP INDEX "Record_lastPublishedAt_idx";
CREATE INDEX "Record_changes_idx" ON "Record" ("lastPublishedAt" DESC, "id" DESC) WHERE "kind" <> 'source';
CREATE INDEX "Record_dossierId_lastPublishedAt_id_idx" ON "Record"("dossierId", "lastPublishedAt" DESC, "id" DESC);

-- By what readers' lists narrow and group records, beside the day by which they are sorted: a list reads one index.
ALTER TABLE "Record" ADD COLUMN "endDate" DATE, ADD COLUMN "facets" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

UPDATE "Record" r SET "facets" = ARRAY['type=' || t."type"] FROM "Event" t WHERE t."id" = r."id";
UPDATE "Record" r SET "facets" = ARRAY['from=' || t."from", 'rank=' || t."rank", 'type=' || t."type"],
  "endDate" = CASE WHEN date_part('year', coalesce(t."endedEarliest", t."endedLatest")) > date_part('year', r."sortDate")
    THEN coalesce(t."endedEarliest", t."endedLatest") END
FROM "Visit" t WHERE t."id" = r."id";
UPDATE "Record" r SET "facets" = ARRAY['type=' || t."type", 'subject=' || t."subject", 'inForce=' || t."inForce"]
FROM "Agreement" t WHERE t."id" = r."id";
UPDATE "Record" r SET "facets" = ARRAY['reporter=' || t."reporter"] FROM "TradeYear" t WHERE t."id" = r."id";
UPDATE "Record" r SET "facets" = ARRAY['exporter=' || t."exporter"] FROM "TradeProducts" t WHERE t."id" = r."id";
UPDATE "Record" r SET "facets" = ARRAY['sending=' || t."sending", 'type=' || t."type"]
FROM "Mission" t WHERE t."id" = r."id";

-- In the order in which lists show records, and with all that they are counted by.
DROP INDEX "Record_dossierId_kind_sortDate_idx";
CREATE INDEX "Record_list_idx" ON "Record" ("dossierId", "kind", "sortDate" DESC NULLS LAST, "id") INCLUDE ("facets", "endDate");
-- What goes on into later years is little.
CREATE INDEX "Record_lasting_idx" ON "Record" ("dossierId", "kind", "endDate") WHERE "endDate" IS NOT NULL;
-- A record is found by its address, a source (which has no dossier) too.
CREATE INDEX "Record_dossierId_kind_slug_idx" ON "Record"("dossierId", "kind", "slug");

-- Which dossier's page says a citation, so that a dossier counts its own alone.
ALTER TABLE "Citation" ADD COLUMN "dossierId" UUID;
UPDATE "Citation" c SET "dossierId" = coalesce(r."dossierId", r."id") FROM "Record" r WHERE r."id" = c."recordId";
CREATE FUNCTION entente_citation_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."dossierId" := (SELECT coalesce(r."dossierId", r."id") FROM "Record" r WHERE r."id" = NEW."recordId");
  RETURN NEW;
END $$;
-- A backup's rows come with it, and before the records that they belong to.
CREATE TRIGGER "Citation_dossier" BEFORE INSERT ON "Citation"
  FOR EACH ROW WHEN (NEW."dossierId" IS NULL) EXECUTE FUNCTION entente_citation_dossier();
DROP INDEX "Citation_sourceId_idx";
CREATE INDEX "Citation_sourceId_dossierId_recordId_idx" ON "Citation"("sourceId", "dossierId", "recordId");

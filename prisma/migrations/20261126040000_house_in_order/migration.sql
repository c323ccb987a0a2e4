-- ── Plain names, and two dates of publication ────────────────────────────────────────────────────

ALTER TABLE "Entry" RENAME COLUMN "find" TO "searchText";
ALTER TABLE "Entry" RENAME COLUMN "newest" TO "sortDate";
ALTER TABLE "Entry" RENAME COLUMN "publishedAt" TO "lastPublishedAt";
ALTER TABLE "Record" RENAME COLUMN "find" TO "searchText";
ALTER TABLE "Record" RENAME COLUMN "newest" TO "sortDate";
ALTER TABLE "Record" RENAME COLUMN "publishedAt" TO "firstPublishedAt";
ALTER TABLE "Record" RENAME COLUMN "updatedAt" TO "lastPublishedAt";
ALTER INDEX "Entry_find_idx" RENAME TO "Entry_searchText_idx";
ALTER INDEX "Record_find_idx" RENAME TO "Record_searchText_idx";
ALTER INDEX "Entry_newest_keyset_idx" RENAME TO "Entry_sortDate_keyset_idx";
ALTER INDEX "Record_dossierId_kind_newest_idx" RENAME TO "Record_dossierId_kind_sortDate_idx";
ALTER INDEX "Record_updatedAt_idx" RENAME TO "Record_lastPublishedAt_idx";

-- Triggers follow a renamed column by themselves; the text of their function does not.
CREATE OR REPLACE FUNCTION entente_fold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchText" := lower(unaccent(NEW."searchText"));
  RETURN NEW;
END $$;

-- What is published keeps the date that readers see now; what was taken down has its history to tell.
ALTER TABLE "Entry" ADD COLUMN "firstPublishedAt" TIMESTAMPTZ(3);
UPDATE "Entry" e SET "firstPublishedAt" = coalesce(
  (SELECT r."firstPublishedAt" FROM "Record" r WHERE r."id" = e."id"),
  (SELECT min(v."at") FROM "Revision" v WHERE v."entryId" = e."id" AND v."action" = 'publish'),
  e."lastPublishedAt")
WHERE e."lastPublishedAt" IS NOT NULL;

-- ── The database holds what is live ──────────────────────────────────────────────────────────────

UPDATE "Entry" SET "trashedAt" = "updatedAt" WHERE "state" = 'trashed' AND "trashedAt" IS NULL;
UPDATE "Entry" SET "trashedAt" = NULL WHERE "state" <> 'trashed' AND "trashedAt" IS NOT NULL;
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_trashed_check" CHECK (("state" = 'trashed') = ("trashedAt" IS NOT NULL));

-- A save and a trashing at one moment could leave a live record that refers to a trashed one. The reference is what
-- somebody wrote; the trashing was granted only because nothing seemed to refer to the record. So the trashing is
-- what gives way: the record comes back as a draft, with what it refers to and its dossier, and its history says so.
WITH RECURSIVE needed AS (
  SELECT t."id" FROM "Entry" t WHERE t."state" = 'trashed' AND (
    EXISTS (SELECT FROM "EntryLink" l JOIN "Entry" f ON f."id" = l."fromId"
            WHERE l."toId" = t."id" AND f."state" <> 'trashed')
    OR EXISTS (SELECT FROM "Entry" r WHERE r."dossierId" = t."id" AND r."state" <> 'trashed'))
  UNION
  SELECT t."id" FROM needed n
    CROSS JOIN LATERAL (
      SELECT l."toId" AS "id" FROM "EntryLink" l WHERE l."fromId" = n."id"
      UNION ALL SELECT e."dossierId" FROM "Entry" e WHERE e."id" = n."id"
    ) further
    JOIN "Entry" t ON t."id" = further."id" AND t."state" = 'trashed'
), back AS (
  UPDATE "Entry" SET "state" = 'draft', "trashedAt" = NULL, "version" = "version" + 1, "updatedAt" = now(),
    "updatedById" = NULL, "updatedByName" = 'Entente'
  WHERE "id" IN (SELECT "id" FROM needed) RETURNING "id", "kind", "version"
)
INSERT INTO "AuditEvent" ("id", "at", "byId", "byName", "action", "subject", "entryId", "version", "detail")
SELECT gen_random_uuid(), now(), NULL, 'Entente', 'untrash', "kind", "id", "version",
       '{"reason": "a record that is not in the trash refers to it"}' FROM back;

DELETE FROM "EntryLink" USING "Entry" f WHERE f."id" = "fromId" AND f."state" = 'trashed';

-- The ids while a record is not in the trash. They hang on "trashedAt" and not on "state", which every save sets: a
-- row whose key could change is locked against all who refer to it.
ALTER TABLE "Entry"
  ADD COLUMN "liveId" UUID GENERATED ALWAYS AS (CASE WHEN "trashedAt" IS NULL THEN "id" END) STORED,
  ADD COLUMN "liveDossierId" UUID GENERATED ALWAYS AS (CASE WHEN "trashedAt" IS NULL THEN "dossierId" END) STORED;
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_liveId_key" UNIQUE ("liveId");
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_liveDossierId_fkey" FOREIGN KEY ("liveDossierId") REFERENCES "Entry"("liveId");
CREATE INDEX "Entry_liveDossierId_idx" ON "Entry" ("liveDossierId");
ALTER TABLE "EntryLink" DROP CONSTRAINT "EntryLink_toId_fkey";
ALTER TABLE "EntryLink" ADD CONSTRAINT "EntryLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Entry"("liveId");

-- ── Rows have identities ─────────────────────────────────────────────────────────────────────────

ALTER TABLE "Citation" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "DossierStanding" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "VisitMeeting" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "AgreementSignatory" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "AgreementAction" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "TradeProduct" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid();

-- Every object in a list of a working copy gets an id. Revisions stay as they were written.
UPDATE "Entry" SET "draft" = "draft" || identified.lists
FROM (
  SELECT e."id", jsonb_object_agg(field.key, lists.rows) AS lists
  FROM "Entry" e
    CROSS JOIN LATERAL jsonb_each(e."draft") AS field
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(one.row || jsonb_build_object('id', gen_random_uuid()) ORDER BY one.place) AS rows
      FROM jsonb_array_elements(CASE jsonb_typeof(field.value) WHEN 'array' THEN field.value END)
        WITH ORDINALITY AS one(row, place)
      HAVING bool_and(jsonb_typeof(one.row) = 'object')
    ) lists
  GROUP BY e."id"
) identified
WHERE identified."id" = "Entry"."id";

-- A published row is the working copy's row of the same place where it says the same; else it is one of its own.
CREATE FUNCTION entente_rows(draft jsonb, field text) RETURNS TABLE ("id" uuid, "position" int, "row" jsonb)
LANGUAGE sql IMMUTABLE AS $$
  SELECT (one.row->>'id')::uuid, one.place::int - 1, one.row
  FROM jsonb_array_elements(CASE jsonb_typeof(draft->field) WHEN 'array' THEN draft->field END)
    WITH ORDINALITY AS one(row, place)
$$;
UPDATE "Citation" c SET "id" = d."id"
FROM "Entry" e CROSS JOIN LATERAL entente_rows(e."draft", 'citations') d
WHERE e."id" = c."recordId" AND d."position" = c."position" AND (e."state" = 'published' OR (
  c."sourceId"::text = d.row->>'source' AND c."field" IS NOT DISTINCT FROM d.row->>'field'
  AND c."place" IS NOT DISTINCT FROM d.row->>'place' AND c."quotation" IS NOT DISTINCT FROM d.row->>'quotation'));
UPDATE "DossierStanding" c SET "id" = d."id"
FROM "Entry" e CROSS JOIN LATERAL entente_rows(e."draft", 'standings') d
WHERE e."id" = c."dossierId" AND d."position" = c."position" AND (e."state" = 'published' OR (
  c."statement" = d.row->>'statement' AND c."year"::text IS NOT DISTINCT FROM d.row->>'year'));
UPDATE "VisitMeeting" c SET "id" = d."id"
FROM "Entry" e CROSS JOIN LATERAL entente_rows(e."draft", 'meetings') d
WHERE e."id" = c."visitId" AND d."position" = c."position" AND (e."state" = 'published' OR (
  c."host" = d.row->>'host' AND c."office" IS NOT DISTINCT FROM d.row->>'office' AND c."manner" = d.row->>'manner'));
UPDATE "AgreementSignatory" c SET "id" = d."id"
FROM "Entry" e CROSS JOIN LATERAL entente_rows(e."draft", 'signatories') d
WHERE e."id" = c."agreementId" AND d."position" = c."position" AND (e."state" = 'published' OR (
  c."party"::text = d.row->>'party' AND c."body" = d.row->>'body'));
UPDATE "AgreementAction" c SET "id" = d."id"
FROM "Entry" e CROSS JOIN LATERAL entente_rows(e."draft", 'actions') d
WHERE e."id" = c."agreementId" AND d."position" = c."position" AND (e."state" = 'published' OR (
  c."party" = d.row->>'party' AND c."action" = d.row->>'action' AND c."date" IS NOT DISTINCT FROM d.row->>'date'
  AND c."effective" IS NOT DISTINCT FROM d.row->>'effective'));
UPDATE "TradeProduct" c SET "id" = d."id"
FROM "Entry" e CROSS JOIN LATERAL entente_rows(e."draft", 'products') d
WHERE e."id" = c."tradeProductsId" AND d."position" = c."position" AND (e."state" = 'published' OR (
  c."description" = d.row->>'description' AND c."hsCode" IS NOT DISTINCT FROM d.row->>'hsCode'
  AND c."value" IS NOT DISTINCT FROM
    CASE WHEN d.row->>'value' ~ '^[0-9]{1,18}(\.[0-9]{1,18})?$' THEN (d.row->>'value')::numeric END));
DROP FUNCTION entente_rows;

CREATE UNIQUE INDEX "Citation_recordId_id_key" ON "Citation"("recordId", "id");
CREATE UNIQUE INDEX "DossierStanding_dossierId_id_key" ON "DossierStanding"("dossierId", "id");
CREATE UNIQUE INDEX "VisitMeeting_visitId_id_key" ON "VisitMeeting"("visitId", "id");
CREATE UNIQUE INDEX "AgreementSignatory_agreementId_id_key" ON "AgreementSignatory"("agreementId", "id");
CREATE UNIQUE INDEX "AgreementAction_agreementId_id_key" ON "AgreementAction"("agreementId", "id");
CREATE UNIQUE INDEX "TradeProduct_tradeProductsId_id_key" ON "TradeProduct"("tradeProductsId", "id");

-- ── A source keeps its number ────────────────────────────────────────────────────────────────────

CREATE TABLE "SourceNumber" (
    "dossierId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "SourceNumber_pkey" PRIMARY KEY ("dossierId","sourceId"),
    CONSTRAINT "SourceNumber_number_check" CHECK ("number" >= 1)
);
CREATE INDEX "SourceNumber_sourceId_idx" ON "SourceNumber"("sourceId");
CREATE UNIQUE INDEX "SourceNumber_dossierId_number_key" ON "SourceNumber"("dossierId", "number");
ALTER TABLE "SourceNumber" ADD CONSTRAINT "SourceNumber_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SourceNumber" ADD CONSTRAINT "SourceNumber_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The numbers that pages were counted to have until now: first the sources that were cited first, a source that was
-- published after the record that first cites it from its own publication on.
INSERT INTO "SourceNumber" ("dossierId", "sourceId", "number")
SELECT first."dossierId", first."sourceId", row_number() OVER (
  PARTITION BY first."dossierId"
  ORDER BY greatest(first."firstPublishedAt", s."firstPublishedAt"), first."firstPublishedAt", first."recordId", first."position")
FROM (
  SELECT DISTINCT ON (coalesce(r."dossierId", r."id"), c."sourceId") coalesce(r."dossierId", r."id") AS "dossierId",
    c."sourceId", r."firstPublishedAt", c."recordId", c."position"
  FROM "Citation" c JOIN "Record" r ON r."id" = c."recordId"
  ORDER BY coalesce(r."dossierId", r."id"), c."sourceId", r."firstPublishedAt", c."recordId", c."position"
) first JOIN "Record" s ON s."id" = first."sourceId";

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "SourceNumber" TO entente_app;
  END IF;
END $$;

-- ── Addresses are slugs, whatever wrote them ─────────────────────────────────────────────────────

ALTER TABLE "Entry" ADD CONSTRAINT "Entry_slug_check" CHECK (length("slug") <= 120 AND "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Record" ADD CONSTRAINT "Record_slug_check" CHECK (length("slug") <= 120 AND "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Dossier" ADD CONSTRAINT "Dossier_slug_check" CHECK (length("slug") <= 120 AND "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "SlugAlias" ADD CONSTRAINT "SlugAlias_slug_check" CHECK (length("slug") <= 120 AND "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_slug_check" CHECK (length("slug") <= 120 AND "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- ── An index for every query ─────────────────────────────────────────────────────────────────────

CREATE INDEX "Entry_kind_state_idx" ON "Entry"("kind", "state");
-- What waits for publication, what lacks a source and what is in the trash are few among many.
CREATE INDEX "Entry_waiting_idx" ON "Entry" ("updatedAt" DESC, "id" DESC) INCLUDE ("kind") WHERE "state" IN ('draft', 'changed');
CREATE INDEX "Entry_unsourced_idx" ON "Entry" ("updatedAt" DESC, "id" DESC) INCLUDE ("kind")
  WHERE "state" <> 'trashed' AND "facets" @> '{"sourced": false}';
CREATE INDEX "Entry_trash_idx" ON "Entry" ("kind", "updatedAt" DESC, "id" DESC) WHERE "state" = 'trashed';
-- A free slug is looked for by how the taken ones begin.
CREATE INDEX "Entry_slug_idx" ON "Entry" ("kind", "dossierId", "slug" text_pattern_ops) WHERE "slug" IS NOT NULL;
-- A dossier's last change and last removal are looked up, however long the outbox is.
CREATE INDEX "Outbox_of_idx" ON "Outbox" (coalesce("dossierId", "recordId"), "id");
CREATE INDEX "Outbox_removed_idx" ON "Outbox" (coalesce("dossierId", "recordId"), "id") WHERE "action" = 'unpublish';
CREATE INDEX "Outbox_dossier_slug_idx" ON "Outbox" ("recordId", "slug") WHERE "kind" = 'dossier';

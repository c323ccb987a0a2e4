-- ── Counts are kept, not counted ─────────────────────────────────────────────────────────────────

-- How many entries of a kind are in a state, as changes: the sum of a combination's rows is its number. A writer only
-- ever adds rows, so that no two wait for each other; now and then one draws together those that no other holds.
CREATE TABLE "EntryCount" (
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    -- Whether they cite sources, lack them, or (null) need none.
    "sourced" BOOLEAN,
    "count" INTEGER NOT NULL
);

CREATE FUNCTION entente_sourced(facets jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(facets->'sourced') = 'boolean' THEN (facets->'sourced')::boolean END
$$;

CREATE FUNCTION entente_count_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN
      INSERT INTO "EntryCount" SELECT "kind", "state", entente_sourced("facets"), count(*) FROM after GROUP BY 1, 2, 3;
    WHEN 'DELETE' THEN
      INSERT INTO "EntryCount" SELECT "kind", "state", entente_sourced("facets"), -count(*) FROM before GROUP BY 1, 2, 3;
    ELSE
      INSERT INTO "EntryCount"
      SELECT "kind", "state", entente_sourced("facets"), sum(change) FROM (
        SELECT "kind", "state", "facets", 1 AS change FROM after UNION ALL SELECT "kind", "state", "facets", -1 FROM before
      ) changed GROUP BY 1, 2, 3 HAVING sum(change) <> 0;
      -- Most saves move nothing.
      IF NOT FOUND THEN RETURN NULL; END IF;
  END CASE;
  IF random() < 0.02 THEN
    WITH taken AS (
      DELETE FROM "EntryCount" WHERE ctid = ANY(ARRAY(SELECT ctid FROM "EntryCount" FOR UPDATE SKIP LOCKED)) RETURNING *
    )
    INSERT INTO "EntryCount" SELECT "kind", "state", "sourced", sum("count") FROM taken GROUP BY 1, 2, 3 HAVING sum("count") <> 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Entry_count_inserted" AFTER INSERT ON "Entry" REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION entente_count_entries();
CREATE TRIGGER "Entry_count_updated" AFTER UPDATE ON "Entry" REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION entente_count_entries();
CREATE TRIGGER "Entry_count_deleted" AFTER DELETE ON "Entry" REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION entente_count_entries();

INSERT INTO "EntryCount" SELECT "kind", "state", entente_sourced("facets"), count(*) FROM "Entry" GROUP BY 1, 2, 3;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "EntryCount" TO entente_app;
  END IF;
END $$;

-- ── Lists are filtered by words that the planner can count ───────────────────────────────────────

-- Each facet with its kind, as `event.type=other`: of such a list PostgreSQL keeps how common each word is, where it
-- can only guess what a JSON value holds, and a word of one kind is not sought among all others.
CREATE FUNCTION entente_filters(kind text, facets jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(kind || '.' || one.key || '=' || one.value), '{}') FROM jsonb_each_text(facets) AS one
$$;
ALTER TABLE "Entry" ADD COLUMN "filters" TEXT[] NOT NULL GENERATED ALWAYS AS (entente_filters("kind", "facets")) STORED;
CREATE INDEX "Entry_filters_idx" ON "Entry" USING gin ("filters");
DROP INDEX "Entry_facets_idx";

-- ── Lists in their order ─────────────────────────────────────────────────────────────────────────

-- In a dossier, as in the whole house.
DROP INDEX "Entry_dossierId_kind_idx";
CREATE INDEX "Entry_dossierId_kind_updatedAt_id_idx" ON "Entry" ("dossierId", "kind", "updatedAt" DESC, "id" DESC);
CREATE INDEX "Entry_dossierId_kind_title_id_idx" ON "Entry" ("dossierId", "kind", "title", "id");
CREATE INDEX "Entry_dossierId_sortDate_keyset_idx" ON "Entry" ("dossierId", "kind", (coalesce("sortDate", '0001-01-01'::date)) DESC, "id" DESC);
-- What waits is few among many, and mostly what is newest: the oldest of it would be looked for among all the rest.
CREATE INDEX "Entry_waiting_updatedAt_idx" ON "Entry" ("kind", "updatedAt" DESC, "id" DESC) WHERE "state" IN ('draft', 'changed');
CREATE INDEX "Entry_waiting_title_idx" ON "Entry" ("kind", "title", "id") WHERE "state" IN ('draft', 'changed');
CREATE INDEX "Entry_waiting_sortDate_idx" ON "Entry" ("kind", (coalesce("sortDate", '0001-01-01'::date)) DESC, "id" DESC) WHERE "state" IN ('draft', 'changed');
-- No list shows all kinds by their last save but what waits and what lacks a source, which have their own.
DROP INDEX "Entry_updatedAt_id_idx";

-- ── Pickers find by how titles begin ─────────────────────────────────────────────────────────────

CREATE INDEX "Entry_opening_idx" ON "Entry" ("kind", (left(entente_folded("title"), 100) COLLATE "C"), "id") WHERE "state" <> 'trashed';

-- ── What refers to what, and what was done ───────────────────────────────────────────────────────

-- The latest made of thousands that refer to one record.
DROP INDEX "EntryLink_toId_idx";
CREATE INDEX "EntryLink_toId_fromId_idx" ON "EntryLink" ("toId", "fromId" DESC);
DROP INDEX "SourceNumber_sourceId_idx";
CREATE INDEX "SourceNumber_sourceId_dossierId_idx" ON "SourceNumber" ("sourceId", "dossierId");
-- Signing in is noted beside what was done to records, and more often.
CREATE INDEX "AuditEvent_of_records_idx" ON "AuditEvent" ("at" DESC) WHERE "entryId" IS NOT NULL;

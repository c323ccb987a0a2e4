-- CreateTable
CREATE TABLE "RetentionRule" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "years" INTEGER,
    "last" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "setById" UUID,
    "setByName" TEXT NOT NULL,
    "roundEntryId" UUID,
    "roundVersion" INTEGER,
    "roundPruned" INTEGER NOT NULL DEFAULT 0,
    "roundEndedAt" TIMESTAMPTZ(3),
    "touchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RetentionRule_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_one_check" CHECK ("id" = 1);
ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_bounds_check" CHECK ("years" BETWEEN 1 AND 100 AND "last" BETWEEN 1 AND 10000);

-- Whether a version may go. What was ever published may not, nor the newest of a record, nor one of the last three months:
-- forms that are open and changes that can be taken back speak of it.
CREATE FUNCTION entente_may_prune(one "Revision") RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT one."action" <> 'publish' AND one."at" < now() - interval '3 months'
    AND EXISTS (SELECT FROM "RetentionRule" k WHERE coalesce(k."years", k."last") IS NOT NULL
      AND (k."years" IS NULL OR one."at" < now() - make_interval(years => k."years"))
      AND (k."last" IS NULL OR k."last" <= (SELECT count(*) FROM (
        SELECT FROM "Revision" n WHERE n."entryId" = one."entryId" AND n."version" > one."version" LIMIT k."last") newer)))
    AND EXISTS (SELECT FROM "Revision" n WHERE n."entryId" = one."entryId" AND n."version" > one."version")
    AND NOT EXISTS (SELECT FROM "Record" r WHERE r."id" = one."entryId" AND r."version" = one."version")
    AND NOT EXISTS (
      SELECT FROM "AuditEvent" a WHERE a."entryId" = one."entryId" AND a."version" = one."version" AND a."action" = 'publish')
$$;

-- History is only ever added to, save for what the rule lets go: that holds for the owner as well.
CREATE FUNCTION entente_keep_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF entente_may_prune(OLD) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Revision is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER "Revision_append_only" ON "Revision";
CREATE TRIGGER "Revision_append_only" BEFORE UPDATE OR TRUNCATE ON "Revision" FOR EACH STATEMENT EXECUTE FUNCTION entente_append_only();
CREATE TRIGGER "Revision_kept" BEFORE DELETE ON "Revision" FOR EACH ROW EXECUTE FUNCTION entente_keep_revision();

-- Looks at so many versions more than the round has come to, removes those that may go, and says in the audit trail which, in
-- the name of who set the rule. It works with its owner's rights, as the application may delete no version; it takes no rule
-- from its caller, and the trigger looks again at what it removes, so that any account may call it.
CREATE FUNCTION entente_prune_revisions(most integer) RETURNS TABLE ("pruned" integer, "isAtEnd" boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  rule "RetentionRule";
  round record;
BEGIN
  SELECT * INTO rule FROM "RetentionRule" FOR UPDATE;
  IF coalesce(rule."years", rule."last") IS NULL THEN
    RETURN QUERY SELECT 0, true;
    RETURN;
  END IF;
  WITH looked AS (
    SELECT v."id", v."entryId", v."version", entente_may_prune(v) AS "may" FROM "Revision" v
    WHERE (v."entryId", v."version") >
      (coalesce(rule."roundEntryId", '00000000-0000-0000-0000-000000000000'), coalesce(rule."roundVersion", 0))
    ORDER BY v."entryId", v."version" LIMIT least(greatest(most, 1), 1000)
  ), gone AS (
    DELETE FROM "Revision" v USING looked l WHERE v."id" = l."id" AND l."may" RETURNING v."entryId", v."version"
  ), told AS (
    INSERT INTO "AuditEvent" ("id", "at", "byId", "byName", "action", "subject", "entryId", "version", "detail")
    SELECT gen_random_uuid(), now(), rule."setById", rule."setByName", 'prune', e."kind", e."id", NULL,
      jsonb_build_object('versions', g."versions")
    FROM (SELECT "entryId", jsonb_agg("version" ORDER BY "version") AS "versions" FROM gone GROUP BY 1) g
    JOIN "Entry" e ON e."id" = g."entryId"
  )
  SELECT (SELECT count(*)::int FROM gone) AS "pruned", (SELECT count(*)::int FROM looked) AS "looked",
    l."entryId", l."version"
  INTO round FROM (SELECT 1) one LEFT JOIN looked l ON true ORDER BY l."entryId" DESC, l."version" DESC LIMIT 1;
  UPDATE "RetentionRule" SET "touchedAt" = now(),
    "roundEntryId" = CASE WHEN round."looked" >= least(greatest(most, 1), 1000) THEN round."entryId" END,
    "roundVersion" = CASE WHEN round."looked" >= least(greatest(most, 1), 1000) THEN round."version" END,
    "roundEndedAt" = CASE WHEN round."looked" >= least(greatest(most, 1), 1000) THEN "roundEndedAt" ELSE now() END,
    "roundPruned" = round."pruned" + CASE WHEN rule."roundEntryId" IS NULL THEN 0 ELSE "roundPruned" END;
  RETURN QUERY SELECT round."pruned", round."looked" < least(greatest(most, 1), 1000);
END $$;

-- Its queue (lib/jobs/job-queues.ts).
SELECT pgboss.create_queue('retention', '{"policy": "short", "retryLimit": 0, "expireInSeconds": 120, "retentionMinutes": 1440}');

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "RetentionRule" TO entente_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO entente_app;
  END IF;
END $$;

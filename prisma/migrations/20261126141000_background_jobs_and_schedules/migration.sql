-- CreateTable
CREATE TABLE "ScheduledMove" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "move" TEXT NOT NULL,
    "entryVersion" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "confirmed" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "version" INTEGER NOT NULL DEFAULT 1,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "madeById" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "outcome" JSONB NOT NULL DEFAULT '{}',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "tryAt" TIMESTAMPTZ(3) NOT NULL,
    "notedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ScheduledMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobsHeartbeat" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "beatAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JobsHeartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ScheduledMove_state_tryAt_idx" ON "ScheduledMove"("state", "tryAt");

-- CreateIndex
CREATE INDEX "ScheduledMove_entryId_madeAt_idx" ON "ScheduledMove"("entryId", "madeAt" DESC);

-- AddForeignKey
ALTER TABLE "ScheduledMove" ADD CONSTRAINT "ScheduledMove_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a schedule can be, and one of each kind that waits for a record at most.
ALTER TABLE "ScheduledMove" ADD CONSTRAINT "ScheduledMove_move_check" CHECK ("move" IN ('publish', 'unpublish'));
ALTER TABLE "ScheduledMove" ADD CONSTRAINT "ScheduledMove_state_check" CHECK ("state" IN ('waiting', 'done', 'refused', 'cancelled'));
ALTER TABLE "ScheduledMove" ADD CONSTRAINT "ScheduledMove_settled_check" CHECK (("state" = 'waiting') = ("settledAt" IS NULL));
ALTER TABLE "ScheduledMove" ADD CONSTRAINT "ScheduledMove_zone_check" CHECK (length("zone") BETWEEN 1 AND 64);
CREATE UNIQUE INDEX "ScheduledMove_waiting_key" ON "ScheduledMove"("entryId", "move") WHERE "state" = 'waiting';
CREATE INDEX "ScheduledMove_unnoted_idx" ON "ScheduledMove"("settledAt") WHERE "notedAt" IS NULL AND "state" IN ('refused', 'done');
ALTER TABLE "JobsHeartbeat" ADD CONSTRAINT "JobsHeartbeat_id_check" CHECK ("id" = 1);

-- ── The tables of pg-boss 10.4 (its schema 24), as `PgBoss.getConstructionPlans` gives them ──────────────────────

CREATE SCHEMA IF NOT EXISTS pgboss;

CREATE TYPE pgboss.job_state AS ENUM (
  'created',
  'retry',
  'active',
  'completed',
  'cancelled',
  'failed'
);

CREATE TABLE pgboss.version (
  version int primary key,
  maintained_on timestamp with time zone,
  cron_on timestamp with time zone,
  monitored_on timestamp with time zone
);

CREATE TABLE pgboss.queue (
  name text,
  policy text,
  retry_limit int,
  retry_delay int,
  retry_backoff bool,
  expire_seconds int,
  retention_minutes int,
  dead_letter text REFERENCES pgboss.queue (name),
  partition_name text,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

CREATE TABLE pgboss.schedule (
  name text REFERENCES pgboss.queue ON DELETE CASCADE,
  cron text not null,
  timezone text,
  data jsonb,
  options jsonb,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

CREATE TABLE pgboss.subscription (
  event text not null,
  name text not null REFERENCES pgboss.queue ON DELETE CASCADE,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY(event, name)
);

CREATE TABLE pgboss.job (
  id uuid not null default gen_random_uuid(),
  name text not null,
  priority integer not null default(0),
  data jsonb,
  state pgboss.job_state not null default('created'),
  retry_limit integer not null default(2),
  retry_count integer not null default(0),
  retry_delay integer not null default(0),
  retry_backoff boolean not null default false,
  start_after timestamp with time zone not null default now(),
  started_on timestamp with time zone,
  singleton_key text,
  singleton_on timestamp without time zone,
  expire_in interval not null default interval '15 minutes',
  created_on timestamp with time zone not null default now(),
  completed_on timestamp with time zone,
  keep_until timestamp with time zone NOT NULL default now() + interval '14 days',
  output jsonb,
  dead_letter text,
  policy text
) PARTITION BY LIST (name);
ALTER TABLE pgboss.job ADD PRIMARY KEY (name, id);
CREATE TABLE pgboss.archive (LIKE pgboss.job);
ALTER TABLE pgboss.archive ADD PRIMARY KEY (name, id);
ALTER TABLE pgboss.archive ADD archived_on timestamptz NOT NULL DEFAULT now();
CREATE INDEX archive_i1 ON pgboss.archive(archived_on);

CREATE FUNCTION pgboss.create_queue(queue_name text, options json)
RETURNS VOID AS
$$
DECLARE
  table_name varchar := 'j' || encode(sha224(queue_name::bytea), 'hex');
  queue_created_on timestamptz;
BEGIN

  WITH q as (
  INSERT INTO pgboss.queue (
    name,
    policy,
    retry_limit,
    retry_delay,
    retry_backoff,
    expire_seconds,
    retention_minutes,
    dead_letter,
    partition_name
  )
  VALUES (
    queue_name,
    options->>'policy',
    (options->>'retryLimit')::int,
    (options->>'retryDelay')::int,
    (options->>'retryBackoff')::bool,
    (options->>'expireInSeconds')::int,
    (options->>'retentionMinutes')::int,
    options->>'deadLetter',
    table_name
  )
  ON CONFLICT DO NOTHING
  RETURNING created_on
  )
  SELECT created_on into queue_created_on from q;

  IF queue_created_on IS NULL THEN
    RETURN;
  END IF;

  EXECUTE format('CREATE TABLE pgboss.%I (LIKE pgboss.job INCLUDING DEFAULTS)', table_name);

  EXECUTE format('ALTER TABLE pgboss.%1$I ADD PRIMARY KEY (name, id)', table_name);
  EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
  EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i1 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''created'' AND policy = ''short''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i2 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''active'' AND policy = ''singleton''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i3 ON pgboss.%1$I (name, state, COALESCE(singleton_key, '''')) WHERE state <= ''active'' AND policy = ''stately''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i4 ON pgboss.%1$I (name, singleton_on, COALESCE(singleton_key, '''')) WHERE state <> ''cancelled'' AND singleton_on IS NOT NULL', table_name);
  EXECUTE format('CREATE INDEX %1$s_i5 ON pgboss.%1$I (name, start_after) INCLUDE (priority, created_on, id) WHERE state < ''active''', table_name);

  EXECUTE format('ALTER TABLE pgboss.%I ADD CONSTRAINT cjc CHECK (name=%L)', table_name, queue_name);
  EXECUTE format('ALTER TABLE pgboss.job ATTACH PARTITION pgboss.%I FOR VALUES IN (%L)', table_name, queue_name);
END;
$$
LANGUAGE plpgsql;

CREATE FUNCTION pgboss.delete_queue(queue_name text)
RETURNS VOID AS
$$
DECLARE
  table_name varchar;
BEGIN
  WITH deleted as (
    DELETE FROM pgboss.queue
    WHERE name = queue_name
    RETURNING partition_name
  )
  SELECT partition_name from deleted INTO table_name;

  EXECUTE format('DROP TABLE IF EXISTS pgboss.%I', table_name);
END;
$$
LANGUAGE plpgsql;
INSERT INTO pgboss.version(version) VALUES ('24');

-- Our queues (lib/jobs/job-queues.ts): a queue is a table of its own, which the application's account could not make.
SELECT pgboss.create_queue('scheduled', '{"policy": "short", "retryLimit": 0, "expireInSeconds": 60, "retentionMinutes": 1440}');
SELECT pgboss.create_queue('bulk', '{"policy": "short", "retryLimit": 0, "expireInSeconds": 120, "retentionMinutes": 1440}');

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "ScheduledMove", "JobsHeartbeat" TO entente_app;
    GRANT USAGE ON SCHEMA pgboss TO entente_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO entente_app;
  END IF;
END $$;

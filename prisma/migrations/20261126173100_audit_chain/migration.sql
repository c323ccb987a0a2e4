-- The next place in the audit log. A transaction has its own number before it has a place: once all transactions that
-- were under way have ended, no place below the highest is filled any more, and what stands up to there can be sealed.
CREATE SEQUENCE "AuditEvent_seq_seq";
CREATE FUNCTION entente_next_event() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_current_xact_id();
  RETURN nextval('public."AuditEvent_seq_seq"');
END $$;

-- DropIndex
DROP INDEX "AuditEvent_at_idx";

-- AlterTable: what stands gets its places in the order in which it was written.
ALTER TABLE "AuditEvent" ADD COLUMN     "network" TEXT,
ADD COLUMN     "requestId" TEXT,
ADD COLUMN     "seq" BIGINT NOT NULL DEFAULT entente_next_event();
ALTER SEQUENCE "AuditEvent_seq_seq" OWNED BY "AuditEvent"."seq";

-- CreateTable
CREATE TABLE "AuditSeal" (
    "no" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeq" BIGINT NOT NULL,
    "events" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("no")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_lastSeq_key" ON "AuditSeal"("lastSeq");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_hash_key" ON "AuditSeal"("hash");

-- CreateIndex
CREATE INDEX "AuditEvent_at_seq_idx" ON "AuditEvent"("at" DESC, "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_byId_at_seq_idx" ON "AuditEvent"("byId", "at" DESC, "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_entryId_at_seq_idx" ON "AuditEvent"("entryId", "at" DESC, "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_action_at_seq_idx" ON "AuditEvent"("action", "at" DESC, "seq" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_seq_key" ON "AuditEvent"("seq");

ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_seq_check" CHECK ("seq" > 0);

-- Seals are only ever added, one behind the other.
CREATE TRIGGER "AuditSeal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditSeal" FOR EACH STATEMENT EXECUTE FUNCTION entente_append_only();

-- Their queue (lib/jobs/job-queues.ts).
SELECT pgboss.create_queue('audit', '{"policy": "short", "retryLimit": 0, "expireInSeconds": 120, "retentionMinutes": 1440}');

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT ON "AuditSeal" TO entente_app;
    REVOKE UPDATE, DELETE ON "AuditSeal" FROM entente_app;
    GRANT USAGE, SELECT ON SEQUENCE "AuditEvent_seq_seq" TO entente_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO entente_app;
  END IF;
END $$;

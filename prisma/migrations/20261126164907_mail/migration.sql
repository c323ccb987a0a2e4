-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "tryAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Mail_state_tryAt_idx" ON "Mail"("state", "tryAt");

-- CreateIndex
CREATE INDEX "Mail_settledAt_idx" ON "Mail"("settledAt");

ALTER TABLE "Mail" ADD CONSTRAINT "Mail_state_check" CHECK ("state" IN ('waiting', 'sent', 'failed'));
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_settled_check" CHECK (("state" = 'waiting') = ("settledAt" IS NULL));
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_text_check" CHECK ("state" = 'waiting' OR "text" = '');

-- Its queue (lib/jobs/job-queues.ts).
SELECT pgboss.create_queue('mail', '{"policy": "short", "retryLimit": 0, "expireInSeconds": 120, "retentionMinutes": 1440}');

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "Mail" TO entente_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO entente_app;
  END IF;
END $$;

-- CreateTable
CREATE TABLE "ChangeSet" (
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'asked',
    "version" INTEGER NOT NULL DEFAULT 1,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "madeById" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),
    "rounds" INTEGER NOT NULL DEFAULT 0,
    "doneBefore" INTEGER NOT NULL DEFAULT 0,
    "undoneId" UUID,

    CONSTRAINT "ChangeSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChangeItem" (
    "setId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "entryId" UUID NOT NULL,
    "entryVersion" INTEGER NOT NULL,
    "stateBefore" TEXT NOT NULL,
    "publishedBefore" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "versionAfter" INTEGER,
    "outcome" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ChangeItem_pkey" PRIMARY KEY ("setId","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "ChangeSet_undoneId_key" ON "ChangeSet"("undoneId");

-- CreateIndex
CREATE INDEX "ChangeSet_state_touchedAt_idx" ON "ChangeSet"("state", "touchedAt");

-- CreateIndex
CREATE INDEX "ChangeItem_setId_state_position_idx" ON "ChangeItem"("setId", "state", "position");

-- CreateIndex
CREATE INDEX "ChangeItem_entryId_idx" ON "ChangeItem"("entryId");

-- AddForeignKey
ALTER TABLE "ChangeSet" ADD CONSTRAINT "ChangeSet_undoneId_fkey" FOREIGN KEY ("undoneId") REFERENCES "ChangeSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeItem" ADD CONSTRAINT "ChangeItem_setId_fkey" FOREIGN KEY ("setId") REFERENCES "ChangeSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeItem" ADD CONSTRAINT "ChangeItem_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a change set can be.
ALTER TABLE "ChangeSet" ADD CONSTRAINT "ChangeSet_state_check" CHECK ("state" IN ('asked', 'running', 'done'));
ALTER TABLE "ChangeSet" ADD CONSTRAINT "ChangeSet_action_check" CHECK ("action" IN ('publish', 'unpublish', 'trash', 'verify', 'cite', 'set', 'undo'));
ALTER TABLE "ChangeSet" ADD CONSTRAINT "ChangeSet_undone_check" CHECK (("action" = 'undo') = ("undoneId" IS NOT NULL));
ALTER TABLE "ChangeItem" ADD CONSTRAINT "ChangeItem_state_check" CHECK ("state" IN ('waiting', 'done', 'unchanged', 'refused'));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "ChangeSet", "ChangeItem" TO entente_app;
  END IF;
END $$;

-- CreateTable
CREATE UNLOGGED TABLE "Presence" (
    "tabId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "typedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("tabId")
);

-- CreateIndex
CREATE INDEX "Presence_entryId_idx" ON "Presence"("entryId");

-- CreateIndex
CREATE INDEX "Presence_byId_idx" ON "Presence"("byId");

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "Presence" TO entente_app;
  END IF;
END $$;

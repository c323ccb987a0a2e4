-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "ownerId" UUID NOT NULL,
    "ownerName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SavedView_ownerId_idx" ON "SavedView"("ownerId");

-- Two views that are seen together are not called the same.
CREATE UNIQUE INDEX "SavedView_own_name_key" ON "SavedView"("ownerId", "kind", "name") WHERE NOT "isShared";
CREATE UNIQUE INDEX "SavedView_shared_name_key" ON "SavedView"("kind", "name") WHERE "isShared";

-- CreateTable
CREATE TABLE "FormerSlug" (
    "recordId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dossierId" UUID,
    "slug" TEXT NOT NULL,

    CONSTRAINT "FormerSlug_pkey" PRIMARY KEY ("recordId","slug")
);

-- CreateIndex
CREATE INDEX "FormerSlug_dossierId_kind_slug_idx" ON "FormerSlug"("dossierId", "kind", "slug");

-- AddForeignKey
ALTER TABLE "FormerSlug" ADD CONSTRAINT "FormerSlug_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A slug that left its pattern could lead out of the site's own addresses.
ALTER TABLE "FormerSlug" ADD CONSTRAINT "FormerSlug_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 120);

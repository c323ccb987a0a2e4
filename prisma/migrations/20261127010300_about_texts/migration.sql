-- CreateTable
CREATE TABLE "AboutText" (
    "part" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AboutText_pkey" PRIMARY KEY ("part","locale")
);
ALTER TABLE "AboutText" ADD CONSTRAINT "AboutText_part_check" CHECK ("part" ~ '^[a-z]{1,30}$');
ALTER TABLE "AboutText" ADD CONSTRAINT "AboutText_text_check" CHECK (length("text") BETWEEN 1 AND 5000);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "AboutText" TO entente_app;
  END IF;
END $$;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "begunBy" TEXT NOT NULL DEFAULT 'password';

-- CreateTable
CREATE TABLE "SignOnIdentity" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignOnIdentity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SignOnIdentity_issuer_subject_key" ON "SignOnIdentity"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "SignOnIdentity_userId_issuer_key" ON "SignOnIdentity"("userId", "issuer");

-- AddForeignKey
ALTER TABLE "SignOnIdentity" ADD CONSTRAINT "SignOnIdentity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Session" ADD CONSTRAINT "Session_begunBy_check" CHECK ("begunBy" IN ('password', 'provider'));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "SignOnIdentity" TO entente_app;
  END IF;
END $$;

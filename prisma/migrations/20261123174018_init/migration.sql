-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupToken" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SetupToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dossierId" UUID,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "draft" JSONB NOT NULL,
    "slug" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "newest" DATE,
    "find" TEXT NOT NULL DEFAULT '',
    "facets" JSONB NOT NULL DEFAULT '{}',
    "uniqueKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "createdByName" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "updatedByName" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "trashedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntryLink" (
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "field" TEXT NOT NULL,

    CONSTRAINT "EntryLink_pkey" PRIMARY KEY ("fromId","toId","field")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "entryId" UUID,
    "version" INTEGER,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recordId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dossierId" UUID,
    "action" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Record" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dossierId" UUID,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "newest" DATE,
    "find" TEXT NOT NULL,
    "uniqueKey" TEXT,
    "version" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "recordId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "field" TEXT,
    "sourceId" UUID NOT NULL,
    "place" TEXT,
    "quotation" TEXT,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("recordId","position")
);

-- CreateTable
CREATE TABLE "SlugAlias" (
    "slug" TEXT NOT NULL,
    "dossierId" UUID NOT NULL,

    CONSTRAINT "SlugAlias_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Dossier" (
    "id" UUID NOT NULL,
    "countryA" CHAR(2) NOT NULL,
    "countryB" CHAR(2) NOT NULL,
    "slug" TEXT NOT NULL,
    "established" TEXT,
    "establishedEarliest" DATE,
    "establishedLatest" DATE,
    "summary" TEXT NOT NULL,
    "memberships" TEXT[],

    CONSTRAINT "Dossier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierStanding" (
    "dossierId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "year" INTEGER,

    CONSTRAINT "DossierStanding_pkey" PRIMARY KEY ("dossierId","position")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "date" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "type" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" UUID NOT NULL,
    "from" CHAR(2) NOT NULL,
    "to" CHAR(2) NOT NULL,
    "visitor" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "rank" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "standing" TEXT,
    "began" TEXT NOT NULL,
    "beganEarliest" DATE,
    "beganLatest" DATE,
    "ended" TEXT,
    "endedEarliest" DATE,
    "endedLatest" DATE,
    "places" TEXT[],
    "purpose" TEXT,
    "outcome" TEXT,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitMeeting" (
    "visitId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "office" TEXT,
    "manner" TEXT NOT NULL,

    CONSTRAINT "VisitMeeting_pkey" PRIMARY KEY ("visitId","position")
);

-- CreateTable
CREATE TABLE "VisitAgreement" (
    "visitId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "agreementId" UUID NOT NULL,

    CONSTRAINT "VisitAgreement_pkey" PRIMARY KEY ("visitId","position")
);

-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "shortTitle" TEXT,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "signedOn" TEXT,
    "signedOnEarliest" DATE,
    "signedOnLatest" DATE,
    "place" TEXT,
    "inForce" TEXT NOT NULL,
    "languages" TEXT[],
    "registerNumber" TEXT,
    "textLink" TEXT,
    "note" TEXT,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementSignatory" (
    "agreementId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "party" CHAR(2) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "AgreementSignatory_pkey" PRIMARY KEY ("agreementId","position")
);

-- CreateTable
CREATE TABLE "AgreementAction" (
    "agreementId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "party" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "date" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "effective" TEXT,
    "effectiveEarliest" DATE,
    "effectiveLatest" DATE,

    CONSTRAINT "AgreementAction_pkey" PRIMARY KEY ("agreementId","position")
);

-- CreateTable
CREATE TABLE "TradeYear" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "reporter" TEXT NOT NULL,
    "exportsA" DECIMAL(20,2),
    "exportsB" DECIMAL(20,2),
    "total" DECIMAL(20,2),
    "currency" CHAR(3) NOT NULL,
    "valuation" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "TradeYear_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TradeProducts" (
    "id" UUID NOT NULL,
    "exporter" CHAR(2) NOT NULL,
    "year" INTEGER,
    "currency" CHAR(3),
    "note" TEXT,

    CONSTRAINT "TradeProducts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TradeProduct" (
    "tradeProductsId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "hsCode" TEXT,
    "value" DECIMAL(20,2),

    CONSTRAINT "TradeProduct_pkey" PRIMARY KEY ("tradeProductsId","position")
);

-- CreateTable
CREATE TABLE "Mission" (
    "id" UUID NOT NULL,
    "sending" CHAR(2) NOT NULL,
    "receiving" CHAR(2) NOT NULL,
    "type" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "accreditedFrom" CHAR(2),
    "opened" TEXT,
    "openedEarliest" DATE,
    "openedLatest" DATE,
    "closed" TEXT,
    "closedEarliest" DATE,
    "closedLatest" DATE,
    "head" TEXT,
    "address" TEXT,
    "site" TEXT,
    "latitude" DECIMAL(8,6),
    "longitude" DECIMAL(9,6),
    "note" TEXT,

    CONSTRAINT "Mission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "authors" TEXT[],
    "publisher" TEXT,
    "date" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "address" TEXT,
    "archivedAddress" TEXT,
    "accessedOn" TEXT,
    "accessedOnEarliest" DATE,
    "accessedOnLatest" DATE,
    "language" TEXT,
    "licence" TEXT,
    "note" TEXT,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Entry_kind_updatedAt_id_idx" ON "Entry"("kind", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Entry_kind_title_id_idx" ON "Entry"("kind", "title", "id");

-- CreateIndex
CREATE INDEX "Entry_dossierId_kind_idx" ON "Entry"("dossierId", "kind");

-- CreateIndex
CREATE INDEX "Entry_kind_dossierId_uniqueKey_idx" ON "Entry"("kind", "dossierId", "uniqueKey");

-- CreateIndex
CREATE INDEX "Entry_updatedAt_id_idx" ON "Entry"("updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "EntryLink_toId_idx" ON "EntryLink"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_entryId_version_key" ON "Revision"("entryId", "version");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_entryId_version_idx" ON "AuditEvent"("entryId", "version");

-- CreateIndex
CREATE INDEX "Record_dossierId_kind_newest_idx" ON "Record"("dossierId", "kind", "newest" DESC);

-- CreateIndex
CREATE INDEX "Record_updatedAt_idx" ON "Record"("updatedAt" DESC);

-- CreateIndex
CREATE INDEX "Citation_sourceId_idx" ON "Citation"("sourceId");

-- CreateIndex
CREATE INDEX "SlugAlias_dossierId_idx" ON "SlugAlias"("dossierId");

-- CreateIndex
CREATE UNIQUE INDEX "Dossier_slug_key" ON "Dossier"("slug");

-- CreateIndex
CREATE INDEX "VisitAgreement_agreementId_idx" ON "VisitAgreement"("agreementId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryLink" ADD CONSTRAINT "EntryLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryLink" ADD CONSTRAINT "EntryLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Record" ADD CONSTRAINT "Record_id_fkey" FOREIGN KEY ("id") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Record" ADD CONSTRAINT "Record_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dossier" ADD CONSTRAINT "Dossier_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierStanding" ADD CONSTRAINT "DossierStanding_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "Dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitMeeting" ADD CONSTRAINT "VisitMeeting_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitAgreement" ADD CONSTRAINT "VisitAgreement_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitAgreement" ADD CONSTRAINT "VisitAgreement_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementSignatory" ADD CONSTRAINT "AgreementSignatory_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementAction" ADD CONSTRAINT "AgreementAction_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TradeYear" ADD CONSTRAINT "TradeYear_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TradeProducts" ADD CONSTRAINT "TradeProducts_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TradeProduct" ADD CONSTRAINT "TradeProduct_tradeProductsId_fkey" FOREIGN KEY ("tradeProductsId") REFERENCES "TradeProducts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mission" ADD CONSTRAINT "Mission_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_id_fkey" FOREIGN KEY ("id") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What Prisma's schema cannot say ──────────────────────────────────────────────────────────────

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Searches compare lower-case text without accents on both sides.
CREATE FUNCTION entente_fold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."find" := lower(unaccent(NEW."find"));
  RETURN NEW;
END $$;
CREATE TRIGGER "Entry_fold" BEFORE INSERT OR UPDATE OF "find" ON "Entry" FOR EACH ROW EXECUTE FUNCTION entente_fold();
CREATE TRIGGER "Record_fold" BEFORE INSERT OR UPDATE OF "find" ON "Record" FOR EACH ROW EXECUTE FUNCTION entente_fold();
CREATE INDEX "Entry_find_idx" ON "Entry" USING gin ("find" gin_trgm_ops);
CREATE INDEX "Record_find_idx" ON "Record" USING gin ("find" gin_trgm_ops);
-- Lists sorted by date keep what has none at the old end; a keyset needs a value there.
CREATE INDEX "Entry_newest_keyset_idx" ON "Entry" ("kind", (coalesce("newest", '0001-01-01'::date)) DESC, "id" DESC);
CREATE INDEX "Entry_facets_idx" ON "Entry" USING gin ("facets" jsonb_path_ops);

-- History is only ever added to.
CREATE FUNCTION entente_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "Revision_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Revision" FOR EACH STATEMENT EXECUTE FUNCTION entente_append_only();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION entente_append_only();

-- Whoever keeps finished pages hears of each publication as it commits.
CREATE FUNCTION entente_announce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('entente_outbox', NEW."id"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "Outbox_announce" AFTER INSERT ON "Outbox" FOR EACH ROW EXECUTE FUNCTION entente_announce();

ALTER TABLE "User" ADD CONSTRAINT "User_role_check" CHECK ("role" IN ('viewer', 'author', 'editor', 'admin'));
ALTER TABLE "User" ADD CONSTRAINT "User_email_check" CHECK ("email" = lower("email"));
ALTER TABLE "SetupToken" ADD CONSTRAINT "SetupToken_one_check" CHECK ("id" = 1);
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_state_check" CHECK ("state" IN ('draft', 'published', 'changed', 'trashed'));
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_version_check" CHECK ("version" >= 1);
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_action_check" CHECK ("action" IN ('create', 'save', 'publish', 'restore'));

-- One address, and one record where a kind allows only one.
CREATE UNIQUE INDEX "Record_slug_key" ON "Record" ("kind", coalesce("dossierId", '00000000-0000-0000-0000-000000000000'), "slug");
CREATE UNIQUE INDEX "Record_unique_key" ON "Record" ("kind", coalesce("dossierId", '00000000-0000-0000-0000-000000000000'), "uniqueKey") WHERE "uniqueKey" IS NOT NULL;
CREATE UNIQUE INDEX "Dossier_pair_key" ON "Dossier" (least("countryA", "countryB"), greatest("countryA", "countryB"));

ALTER TABLE "Dossier" ADD CONSTRAINT "Dossier_pair_check" CHECK ("countryA" <> "countryB");
ALTER TABLE "Event" ADD CONSTRAINT "Event_type_check" CHECK ("type" IN ('establishment', 'forum-meeting', 'incident', 'mission-opened', 'mission-closed', 'participation', 'anniversary', 'cooperation', 'other'));
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_countries_check" CHECK ("from" <> "to");
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_rank_check" CHECK ("rank" IN ('head-of-state', 'head-of-government', 'foreign-minister', 'minister', 'speaker-of-parliament', 'deputy-minister', 'other'));
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_type_check" CHECK ("type" IN ('state', 'official', 'working', 'private', 'transit', 'forum', 'not-stated'));
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_days_check" CHECK ("endedLatest" IS NULL OR "beganEarliest" IS NULL OR "endedLatest" >= "beganEarliest");
ALTER TABLE "VisitMeeting" ADD CONSTRAINT "VisitMeeting_manner_check" CHECK ("manner" IN ('official', 'private', 'not-stated'));
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_type_check" CHECK ("type" IN ('treaty', 'agreement', 'memorandum', 'protocol', 'joint-statement', 'exchange-of-notes', 'other'));
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_subject_check" CHECK ("subject" IN ('political-consultation', 'visas-and-consular', 'education-and-training', 'trade-and-investment', 'taxation', 'transport', 'science-and-technology', 'culture', 'security-and-justice', 'energy-and-environment', 'general-relations', 'other'));
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_inForce_check" CHECK ("inForce" IN ('yes', 'no', 'unknown'));
ALTER TABLE "AgreementAction" ADD CONSTRAINT "AgreementAction_action_check" CHECK ("action" IN ('signature', 'definitive-signature', 'ratification', 'acceptance', 'approval', 'accession', 'formal-confirmation', 'notification', 'provisional-application', 'entry-into-force', 'amendment', 'suspension', 'denunciation', 'termination'));
ALTER TABLE "TradeYear" ADD CONSTRAINT "TradeYear_year_check" CHECK ("year" BETWEEN 1800 AND 2100);
ALTER TABLE "TradeYear" ADD CONSTRAINT "TradeYear_amounts_check" CHECK ("exportsA" >= 0 AND "exportsB" >= 0 AND "total" >= 0);
-- A comparison with NULL is not false: the parts are held against the total only where all three stand.
ALTER TABLE "TradeYear" ADD CONSTRAINT "TradeYear_sum_check" CHECK ("exportsA" + "exportsB" = "total");
ALTER TABLE "TradeYear" ADD CONSTRAINT "TradeYear_valuation_check" CHECK ("valuation" IN ('FOB', 'CIF', 'unknown'));
ALTER TABLE "TradeProduct" ADD CONSTRAINT "TradeProduct_value_check" CHECK ("value" >= 0);
ALTER TABLE "Mission" ADD CONSTRAINT "Mission_countries_check" CHECK ("sending" <> "receiving");
ALTER TABLE "Mission" ADD CONSTRAINT "Mission_type_check" CHECK ("type" IN ('embassy', 'consulate-general', 'consulate', 'honorary-consulate', 'other'));
ALTER TABLE "Mission" ADD CONSTRAINT "Mission_days_check" CHECK ("closedLatest" IS NULL OR "openedEarliest" IS NULL OR "closedLatest" >= "openedEarliest");
ALTER TABLE "Mission" ADD CONSTRAINT "Mission_coordinates_check" CHECK (("latitude" IS NULL) = ("longitude" IS NULL) AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);

-- The application works as a role without the right to rewrite history, where the owner may make roles.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    CREATE ROLE entente_app NOLOGIN;
  END IF;
  EXECUTE format('GRANT entente_app TO %I', current_user);
  GRANT USAGE ON SCHEMA public TO entente_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO entente_app;
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO entente_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO entente_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO entente_app;
  REVOKE UPDATE, DELETE ON "Revision", "AuditEvent" FROM entente_app;
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM entente_app;
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'No role entente_app: this owner may not make roles';
END $$;

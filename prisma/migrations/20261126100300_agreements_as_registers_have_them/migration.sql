-- AlterTable
ALTER TABLE "Agreement" ADD COLUMN     "expires" TEXT,
ADD COLUMN     "expiresEarliest" DATE,
ADD COLUMN     "expiresLatest" DATE,
ADD COLUMN     "noticePeriod" TEXT,
ADD COLUMN     "renewal" TEXT,
ADD COLUMN     "renewalPeriod" TEXT;

-- AlterTable
ALTER TABLE "AgreementSignatory" ADD COLUMN     "name" TEXT,
ALTER COLUMN "party" DROP NOT NULL,
ALTER COLUMN "body" DROP NOT NULL;

-- AlterTable
ALTER TABLE "AgreementAction" ADD COLUMN     "depositary" TEXT,
ADD COLUMN     "name" TEXT,
ADD COLUMN     "place" TEXT,
ALTER COLUMN "party" DROP NOT NULL;

-- CreateTable
CREATE TABLE "AgreementRelation" (
    "agreementId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "relation" TEXT NOT NULL,
    "otherId" UUID NOT NULL,

    CONSTRAINT "AgreementRelation_pkey" PRIMARY KEY ("agreementId","position")
);

-- CreateIndex
CREATE INDEX "AgreementRelation_otherId_idx" ON "AgreementRelation"("otherId");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementRelation_agreementId_id_key" ON "AgreementRelation"("agreementId", "id");

-- AddForeignKey
ALTER TABLE "AgreementRelation" ADD CONSTRAINT "AgreementRelation_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementRelation" ADD CONSTRAINT "AgreementRelation_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── The terms of registers ───────────────────────────────────────────────────────────────────────

ALTER TABLE "Agreement" DROP CONSTRAINT "Agreement_type_check";
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_type_check" CHECK ("type" IN ('treaty', 'agreement', 'convention', 'protocol', 'memorandum', 'exchange-of-notes', 'joint-statement', 'arrangement', 'charter', 'pact', 'declaration', 'modus-vivendi', 'accord', 'covenant', 'statute', 'agreed-minutes', 'proces-verbal', 'final-act', 'framework-agreement', 'supplementary-agreement', 'letter-of-intent', 'programme', 'other'));
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_renewal_check" CHECK ("renewal" IN ('not-renewed', 'tacit', 'by-consent', 'not-stated'));
ALTER TABLE "AgreementAction" DROP CONSTRAINT "AgreementAction_action_check";
ALTER TABLE "AgreementAction" ADD CONSTRAINT "AgreementAction_action_check" CHECK ("action" IN ('signature', 'definitive-signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal-confirmation', 'notification', 'provisional-application', 'entry-into-force', 'registration', 'amendment', 'extension', 'suspension', 'withdrawal', 'denunciation', 'replacement', 'termination'));
ALTER TABLE "AgreementSignatory" ADD CONSTRAINT "AgreementSignatory_party_check" CHECK ("party" IS NOT NULL OR "name" IS NOT NULL);
ALTER TABLE "AgreementRelation" ADD CONSTRAINT "AgreementRelation_relation_check" CHECK ("relation" IN ('amends', 'amended-by', 'supplements', 'supplemented-by', 'replaces', 'replaced-by', 'implements', 'implemented-by', 'extends', 'extended-by', 'terminates', 'terminated-by', 'related-to'));

-- ── What follows from the actions is not typed as well ───────────────────────────────────────────

-- A working copy keeps the date of signature and the status only where they say something else than its actions: then
-- they are what was stated on purpose. Readers see the same as before, and revisions stay as they were written.
CREATE FUNCTION entente_actions(draft jsonb) RETURNS TABLE ("action" text, "date" text, "day" text) LANGUAGE sql IMMUTABLE AS $$
  SELECT one->>'action', one->>'date', coalesce(one->>'effective', one->>'date')
  FROM jsonb_array_elements(CASE jsonb_typeof(draft->'actions') WHEN 'array' THEN draft->'actions' END) AS one
$$;
UPDATE "Entry" e SET "draft" = e."draft" - 'signedOn'
FROM (
  SELECT "id", (SELECT array_agg(DISTINCT a."date") FROM entente_actions("draft") a
                WHERE a."action" IN ('signature', 'definitive-signature') AND a."date" IS NOT NULL) AS signed
  FROM "Entry" WHERE "kind" = 'agreement' AND "draft" ? 'signedOn'
) one WHERE one."id" = e."id" AND one.signed = ARRAY[e."draft"->>'signedOn'];
UPDATE "Entry" e SET "draft" = e."draft" - 'inForce'
FROM (
  SELECT d."id",
    count(*) FILTER (WHERE a."action" = 'entry-into-force') AS begun,
    count(*) FILTER (WHERE a."action" IN ('suspension', 'denunciation', 'termination')) AS ended,
    max(left(a."day", 4)) FILTER (WHERE a."action" = 'entry-into-force') AS last_begun,
    min(left(a."day", 4)) FILTER (WHERE a."action" IN ('suspension', 'denunciation', 'termination')) AS first_ended,
    bool_and(a."day" ~ '^[0-9]{4}(-|$)') FILTER (WHERE a."action" IN ('entry-into-force', 'suspension', 'denunciation', 'termination')) AS dated
  FROM "Entry" d LEFT JOIN LATERAL entente_actions(d."draft") a ON true
  WHERE d."kind" = 'agreement' AND d."draft" ? 'inForce'
  GROUP BY d."id"
) one WHERE one."id" = e."id" AND CASE e."draft"->>'inForce'
  WHEN 'unknown' THEN one.begun = 0 AND one.ended = 0
  WHEN 'yes' THEN one.begun > 0 AND one.ended = 0
  WHEN 'no' THEN one.ended > 0 AND (one.begun = 0 OR (one.dated AND one.first_ended > one.last_begun))
END;
DROP FUNCTION entente_actions;

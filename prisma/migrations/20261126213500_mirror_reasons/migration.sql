-- CreateTable
CREATE TABLE "TradeYearReason" (
    "tradeYearId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reason" TEXT NOT NULL,

    CONSTRAINT "TradeYearReason_pkey" PRIMARY KEY ("tradeYearId","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "TradeYearReason_tradeYearId_id_key" ON "TradeYearReason"("tradeYearId", "id");

-- AddForeignKey
ALTER TABLE "TradeYearReason" ADD CONSTRAINT "TradeYearReason_tradeYearId_fkey" FOREIGN KEY ("tradeYearId") REFERENCES "TradeYear"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TradeYearReason" ADD CONSTRAINT "TradeYearReason_reason_check" CHECK ("reason" IN (
  'valuation', 'transit-trade', 'partner-country', 'timing', 'confidential', 'coverage', 'currency-conversion', 'revision', 'unrecorded'));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "TradeYearReason" TO entente_app;
  END IF;
END $$;

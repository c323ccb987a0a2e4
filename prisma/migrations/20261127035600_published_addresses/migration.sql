-- Readers' searches find a published source by its web address, however it was copied, as the desk's do.
CREATE INDEX "Source_address_idx" ON "Source" (md5(entente_address("address")));
CREATE INDEX "Source_archivedAddress_idx" ON "Source" (md5(entente_address("archivedAddress")));

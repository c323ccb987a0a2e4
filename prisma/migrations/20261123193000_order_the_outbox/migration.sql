-- Numbers of the outbox are given in the order of the commits: whoever adds a row has to wait until all who added
-- before have committed or gone. A statement trigger runs before the statement's rows draw their numbers. Nothing
-- reads past a number that could still appear.
CREATE FUNCTION entente_order_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(20140914);
  RETURN NULL;
END $$;
CREATE TRIGGER "Outbox_order" BEFORE INSERT ON "Outbox" FOR EACH STATEMENT EXECUTE FUNCTION entente_order_outbox();

-- CreateIndex
CREATE INDEX "Revision_byId_idx" ON "Revision"("byId");

-- History is only ever added to, save for the name of an author whose account is gone: that may become "Former editor", and
-- nothing else of a version may change. That holds for the owner as well.
CREATE FUNCTION entente_keep_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  unchanged "Revision" := OLD;
BEGIN
  unchanged."byName" := 'Former editor';
  IF NEW IS NOT DISTINCT FROM unchanged AND NOT EXISTS (SELECT FROM "User" u WHERE u."id" = OLD."byId") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Revision is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER "Revision_append_only" ON "Revision";
CREATE TRIGGER "Revision_append_only" BEFORE TRUNCATE ON "Revision" FOR EACH STATEMENT EXECUTE FUNCTION entente_append_only();
CREATE TRIGGER "Revision_unchanged" BEFORE UPDATE ON "Revision" FOR EACH ROW EXECUTE FUNCTION entente_keep_version();

-- Takes the name from at most so many versions of an author whose account is gone, and says of how many. It works with its
-- owner's rights, as the application may change no version; the trigger looks at what it does.
CREATE FUNCTION entente_forget_author(author uuid, most integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH named AS (
    SELECT "id" FROM "Revision" WHERE "byId" = author AND "byName" <> 'Former editor' LIMIT least(greatest(most, 1), 1000)
  ), done AS (
    UPDATE "Revision" r SET "byName" = 'Former editor' FROM named n WHERE r."id" = n."id" RETURNING 1
  )
  SELECT count(*)::int FROM done
$$;

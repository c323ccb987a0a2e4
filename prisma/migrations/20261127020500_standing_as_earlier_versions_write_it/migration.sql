-- While versions before the standing of each figure are being replaced, they update rows as well: those already hold a standing of
-- each figure, for which what they write stands from then on.
CREATE OR REPLACE FUNCTION entente_standing_of_each() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW."standingA" := COALESCE(NEW."standingA", NEW."standing");
    NEW."standingB" := COALESCE(NEW."standingB", NEW."standing");
    NEW."standingTotal" := COALESCE(NEW."standingTotal", NEW."standing");
  ELSIF NEW."standing" IS DISTINCT FROM OLD."standing" THEN
    NEW."standingA" := NEW."standing";
    NEW."standingB" := NEW."standing";
    NEW."standingTotal" := NEW."standing";
  END IF;
  RETURN NEW;
END $$;

-- Searches find words in titles first. An index takes only functions that never change their answer: with the
-- dictionary named, unaccent() is one for as long as its rules stay. Indexes are built without a search path,
-- hence the schema's name.
CREATE FUNCTION entente_folded(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1))
$$;
CREATE INDEX "Record_title_idx" ON "Record" USING gin (entente_folded("title") gin_trgm_ops);

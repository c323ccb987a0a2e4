-- Letters are made small before their variants are looked up, of which some are known as small ones alone (ʀ, ƕ, ƞ, ɡ,
-- ɬ, ɪ, ʝ): what is folded stays as it is when it is folded again. Afterwards once more, for variants that have capitals.
CREATE OR REPLACE FUNCTION entente_folded(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length($1) = length($1) THEN lower($1)
    ELSE replace(lower(public.unaccent('public.unaccent'::regdictionary, lower(normalize(regexp_replace(normalize($1, NFD),
      '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+',
      '', 'g'), NFC)))), 'ς', 'σ') END
$$;

-- What was folded otherwise: the triggers fold it anew, and with a row that is changed its places in indexes of folded
-- titles are. No index is made anew as a whole, which would keep writers waiting.
UPDATE "Entry" SET "searchText" = "searchText" WHERE "searchText" ~ '[ʀƕƞɡɬɪʝ]';
UPDATE "Record" SET "searchText" = "searchText" WHERE "searchText" ~ '[ʀƕƞɡɬɪʝ]';

-- What is equal for a word of Arabic or Hebrew letters and its spellings in Latin ones, which have the vowels besides: its
-- consonants, as far as all spell them alike, without an Arabic article. `consonantKey` is the same
-- (lib/domain/unwritten-vowels.ts). The letters stand as themselves: a folder of an early version is not in UTF-8 before it is moved over,
-- and there no escape for them can be read.
CREATE FUNCTION entente_consonants(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(translate(regexp_replace($1, '^\u0627\u0644(?=.{3})', ''),
    'cdgjkqstxzتثجخدذزسشصضطظغقكکگچژٹڈגדזטכךסצץקשתمמםنںנןلלرڑרabefhiopuvwyءابةحعفهويىیپہھەےٱאבהוחיעפף',
    'ttttttttttttttttttttttttttttttttttttttttttttmmmnnnnllrrr'),
    '(.)\1+', '\1', 'g')
$$;

-- The words that are compared so, of each sort by itself: searches have the same conditions.
CREATE INDEX "SearchWord_latin_consonants_idx" ON "SearchWord" (entente_consonants("word")) WHERE "word" ~ '^[a-z]{3,30}$';
CREATE INDEX "SearchWord_other_consonants_idx" ON "SearchWord" (entente_consonants("word"))
  WHERE "word" ~ '^[\u05d0-\u05ea\u0620-\u06ff]{3,12}$';

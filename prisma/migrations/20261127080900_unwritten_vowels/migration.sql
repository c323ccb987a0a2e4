-- What is equal for a word of Arabic or Hebrew letters and its spellings in Latin ones, which have the vowels besides: its
-- consonants, as far as all spell them alike, without an Arabic article. `consonantKey` is the same
-- (lib/domain/unwritten-vowels.ts).
CREATE FUNCTION entente_consonants(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(translate(regexp_replace($1, '^\u0627\u0644(?=.{3})', ''),
    U&'cdgjkqstxz\062a\062b\062c\062e\062f\0630\0632\0633\0634\0635\0636\0637\0638\063a\0642\0643\06a9\06af\0686\0698\0679\0688\05d2\05d3\05d6\05d8\05db\05da\05e1\05e6\05e5\05e7\05e9\05ea\0645\05de\05dd\0646\06ba\05e0\05df\0644\05dc\0631\0691\05e8abefhiopuvwy\0621\0627\0628\0629\062d\0639\0641\0647\0648\064a\0649\06cc\067e\06c1\06be\06d5\06d2\0671\05d0\05d1\05d4\05d5\05d7\05d9\05e2\05e4\05e3',
    'ttttttttttttttttttttttttttttttttttttttttttttmmmnnnnllrrr'),
    '(.)\1+', '\1', 'g')
$$;

-- The words that are compared so, of each sort by itself: searches have the same conditions.
CREATE INDEX "SearchWord_latin_consonants_idx" ON "SearchWord" (entente_consonants("word")) WHERE "word" ~ '^[a-z]{3,30}$';
CREATE INDEX "SearchWord_other_consonants_idx" ON "SearchWord" (entente_consonants("word"))
  WHERE "word" ~ '^[\u05d0-\u05ea\u0620-\u06ff]{3,12}$';

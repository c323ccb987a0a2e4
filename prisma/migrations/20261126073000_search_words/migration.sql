-- ── One folding ──────────────────────────────────────────────────────────────────────────────────

-- The trigram indexes of the search go: its words have an index of their own below.
DROP INDEX "Record_title_idx";
DROP INDEX "Record_searchText_idx";

-- Lower case without accents, in whatever script: the marks of Latin, Greek and Cyrillic letters, the vowel points of
-- Hebrew and Arabic, and the letters that unaccent knows to be variants (ø, ł, ß). Marks that are letters of their own,
-- as in Indian scripts, stay. `lib/domain/folding.ts` does the same.
CREATE OR REPLACE FUNCTION entente_folded(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length($1) = length($1) THEN lower($1)
    ELSE replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(regexp_replace(normalize($1, NFD),
      '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+',
      '', 'g'), NFC))), 'ς', 'σ') END
$$;

CREATE OR REPLACE FUNCTION entente_fold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchText" := public.entente_folded(NEW."searchText");
  RETURN NEW;
END $$;

-- ── Words ────────────────────────────────────────────────────────────────────────────────────────

-- The folded words of a text, with one space between two; "23,000,000" is one number. Chinese and Japanese are written without spaces: each
-- two neighbouring characters count as a word there ("外交部" is "外 外交 交部 部"). A longer text is read only so far, a
-- longer word only to its 64th letter.
CREATE FUNCTION entente_words(text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  words text := btrim(regexp_replace(regexp_replace(
    public.entente_folded(left($1, 100000)), '([0-9])[,.''\u2019\u00a0\u202f](?=[0-9]{3}(?![0-9]))', '\1', 'g'),
    '[\u0001-/:-@\[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u0589\u058a\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d\u303f\u30a0\u30fb\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\ufffd\ue000-\uf8ff\U0001f000-\U0001faff]+',
    ' ', 'g'));
BEGIN
  IF octet_length(words) > length(words) THEN
    words := regexp_replace(words,
      '([\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])',
      '\1 \1', 'g');
  END IF;
  IF length(words) > 64 AND words ~ '[^ ]{65}' THEN
    words := regexp_replace(words, '([^ ]{64})[^ ]+', '\1', 'g');
  END IF;
  RETURN words;
END $$;

-- What a record is found by: its words, those of its title once more behind "=", and its kind behind "#". No word holds
-- either sign.
CREATE FUNCTION entente_search_words(kind text, title text, texts text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  titled text := public.entente_words(title);
BEGIN
  RETURN array_to_tsvector(string_to_array(titled, ' ') || string_to_array(public.entente_words(texts), ' ')
    || CASE titled WHEN '' THEN '{}' ELSE string_to_array('=' || replace(titled, ' ', ' ='), ' ') END
    || ARRAY['#' || kind]);
END $$;

-- Records whose words were cut off get all of them, out of what was published.
UPDATE "Record" r SET "searchText" = left(r."searchText" || ' ' || said.words, 100000)
FROM (
  SELECT r."id", string_agg(one #>> '{}', ' ') AS words
  FROM "Record" r
    JOIN "Revision" v ON v."entryId" = r."id" AND v."version" = r."version"
    CROSS JOIN LATERAL jsonb_path_query(v."values" - 'citations' - 'slug', 'strict $.** ? (@.type() == "string")') AS one
  WHERE length(r."searchText") >= 3990 AND one #>> '{}' !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[a-z]+://'
  GROUP BY r."id"
) said
WHERE said."id" = r."id";

ALTER TABLE "Record" ADD COLUMN "searchWords" tsvector
  GENERATED ALWAYS AS (entente_search_words("kind", "title", "searchText")) STORED;
-- Without a list of pending entries, which every search would have to read through.
CREATE INDEX "Record_searchWords_idx" ON "Record" USING gin ("searchWords") WITH (fastupdate = off);
-- For words that so many records hold that the latest of them are found soonest by going through the latest records.
CREATE INDEX "Record_sortDate_idx" ON "Record" ("sortDate" DESC NULLS LAST, "id");

-- ── The words that there are ─────────────────────────────────────────────────────────────────────

-- What a misspelt word may be meant for, and which words a typed one is part of. There is no key: two publications
-- that use a new word at one moment then need not wait for one another, and the word stands there twice. Words stay
-- when the last record that held them goes. Numbers are not misspelt, and are looked for by their beginnings.
CREATE TABLE "SearchWord" ("word" text COLLATE "C" NOT NULL);

-- Which of a record's signs are words in that sense. Letters come behind digits and signs; ideographs stand as pairs, of
-- which there is nothing to be misspelt.
CREATE FUNCTION entente_is_word(text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ascii($1) > 96 AND ascii($1) NOT BETWEEN 12289 AND 40959 AND length($1) > 1
$$;

-- The plan is made when the table may still be empty: it is to go by the index whatever the planner thinks of it then.
CREATE FUNCTION entente_note_words() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF (SELECT count(*) FROM (SELECT FROM written LIMIT 101) AS first_ones) > 100 THEN
    -- Very many at once, as in a restore, which takes the indexes away: the tables are compared as a whole.
    INSERT INTO "SearchWord" ("word")
    SELECT one."word" COLLATE "C" FROM written r CROSS JOIN LATERAL unnest(tsvector_to_array(r."searchWords")) AS one("word")
    WHERE entente_is_word(one."word")
    EXCEPT SELECT s."word" FROM "SearchWord" s;
  ELSE
    INSERT INTO "SearchWord" ("word")
    SELECT held."word" FROM (
      SELECT DISTINCT one."word" FROM written r CROSS JOIN LATERAL unnest(tsvector_to_array(r."searchWords")) AS one("word")
      WHERE entente_is_word(one."word")
    ) held
    -- Word by word: "OFFSET 0" keeps the planner from joining the tables.
    WHERE NOT EXISTS (SELECT FROM "SearchWord" s WHERE s."word" = held."word" OFFSET 0);
  END IF;
  RETURN NULL;
END $$;

-- The words of what is published already, before there are indexes to be kept up.
INSERT INTO "SearchWord" ("word")
SELECT DISTINCT one."word" FROM "Record" r CROSS JOIN LATERAL unnest(tsvector_to_array(r."searchWords")) AS one("word")
WHERE entente_is_word(one."word");

CREATE INDEX "SearchWord_word_idx" ON "SearchWord" ("word");
CREATE INDEX "SearchWord_trigrams_idx" ON "SearchWord" USING gin ("word" gin_trgm_ops) WITH (fastupdate = off);

CREATE TRIGGER "Record_note_words_of_new" AFTER INSERT ON "Record"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION entente_note_words();
CREATE TRIGGER "Record_note_words_of_changed" AFTER UPDATE ON "Record"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION entente_note_words();

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'entente_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON "SearchWord" TO entente_app;
  END IF;
END $$;

ANALYZE "Record";
ANALYZE "SearchWord";

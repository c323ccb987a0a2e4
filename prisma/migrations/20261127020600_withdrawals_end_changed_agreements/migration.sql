-- What follows from the actions of published agreements follows anew, also of those with changes that are not published yet. Whether
-- it is stated on purpose shows in the published version; where that is kept no more, in the working copy.
CREATE TEMPORARY TABLE follows ON COMMIT DROP AS
WITH parties AS (
  SELECT s."agreementId", coalesce(s."party", s."name") AS named FROM "AgreementSignatory" s
  UNION
  SELECT a."agreementId", coalesce(a."party", a."name") FROM "AgreementAction" a
  WHERE a."party" IS DISTINCT FROM 'both' AND a."party" IS DISTINCT FROM 'all'
), many AS (
  SELECT "agreementId" FROM parties WHERE named IS NOT NULL GROUP BY 1 HAVING count(*) > 2
  UNION
  SELECT "agreementId" FROM "AgreementAction" WHERE "party" = 'all'
), deciding AS (
  SELECT a."agreementId", a."position", CASE WHEN a."action" IN ('entry-into-force', 'extension') THEN 'yes' ELSE 'no' END AS makes,
    CASE WHEN a."effective" IS NULL THEN coalesce(a."dateEarliest", a."dateLatest")
      ELSE coalesce(a."effectiveEarliest", a."effectiveLatest") END AS day
  FROM "AgreementAction" a
  WHERE a."action" IN ('entry-into-force', 'extension', 'suspension', 'withdrawal', 'denunciation', 'replacement', 'termination')
    AND NOT (a."action" NOT IN ('entry-into-force', 'extension') AND coalesce(a."party", a."name") IS NOT NULL
      AND a."party" IS DISTINCT FROM 'both' AND a."party" IS DISTINCT FROM 'all'
      AND a."agreementId" IN (SELECT "agreementId" FROM many))
), last AS (
  SELECT DISTINCT ON ("agreementId") "agreementId", makes FROM deciding
  ORDER BY "agreementId", coalesce(day, CASE makes WHEN 'no' THEN 'infinity'::date ELSE '-infinity'::date END) DESC, "position" DESC
)
SELECT g."id", g."inForce" AS was, coalesce(last.makes, 'unknown') AS now
FROM "Agreement" g JOIN "Record" r USING ("id") JOIN "Entry" e USING ("id")
  LEFT JOIN "Revision" v ON v."entryId" = g."id" AND v."version" = r."version"
  LEFT JOIN last ON last."agreementId" = g."id"
WHERE NOT coalesce(v."values", e."draft") ? 'inForce' AND e."state" IN ('published', 'changed')
  AND EXISTS (SELECT FROM "AgreementAction" a WHERE a."agreementId" = g."id" AND (a."action" = 'withdrawal' OR a."party" = 'all'))
  AND g."inForce" <> coalesce(last.makes, 'unknown');

UPDATE "Agreement" g SET "inForce" = f.now FROM follows f WHERE f."id" = g."id";
UPDATE "Record" r SET "facets" = array_replace(r."facets", 'inForce=' || f.was, 'inForce=' || f.now) FROM follows f WHERE f."id" = r."id";
-- What the desk lists is of the working copy: of a changed one it follows when that is saved.
UPDATE "Entry" e SET "facets" = jsonb_set(e."facets", '{inForce}', to_jsonb(f.now)) FROM follows f
WHERE f."id" = e."id" AND e."state" = 'published' AND e."facets" ? 'inForce';

/** What the site calls countries, as admins set it: used in every title, page and file. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database, type Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { loadCountryNames } from "@/lib/database/country-names";
import { cacheTag } from "@/lib/domain/cache-tags";
import { countryInText, countryName, isCountry } from "@/lib/domain/countries";
import { tampered } from "@/lib/auth/read-form";
import { announceSetting } from "../publish/announce";
import { readText } from "./read-text";

export interface KeptName {
  code: string;
  locale: string;
  name: string;
  inText: string | null;
  version: number;
}

/** What an admin typed: an empty name gives a country its usual one back. */
export interface TypedName {
  code: string;
  locale: string;
  /** The version that was seen, 0 where there was no name. */
  version: number;
  name: string;
  inText: string;
}

export type NameOutcome =
  | { ok: true; name: string }
  | { ok: false; field: "name" | "inText" | "code"; code: string; params?: Record<string, string | number> };

const longest = 100;
/** The language of the titles that are stored. */
const titleLocale = "en";

/** The names that are set, by country and language. */
export async function countryNamesAtDesk(actor: Actor): Promise<KeptName[]> {
  demand(actor, "manage");
  const kept = await database().countryName.findMany({
    select: { code: true, locale: true, name: true, inText: true, version: true },
  });
  const keyOf = ({ code, locale }: KeptName) => `${code} ${locale}`;
  return kept.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** Sets what a country is called in a language, unless another admin set it after the page was opened. */
export async function nameCountry(actor: Actor, typed: TypedName): Promise<NameOutcome> {
  demand(actor, "manage");
  const { code, locale, version } = typed;
  if (!isCountry(code)) throw tampered(`No country ${code}`);
  const [name, inText] = [readText(typed.name, { max: longest }), readText(typed.inText, { max: longest })];
  if (!name.ok) return { ...name, field: "name" };
  if (!inText.ok) return { ...inText, field: "inText" };
  await loadCountryNames();
  const before = { name: countryName(code, locale), inText: countryInText(code, locale) };
  const said = name.said === null ? null : { name: name.said, inText: inText.said };
  const isSet = await database().$transaction(async (tx) => {
    if (!(await write(tx, typed, said))) return false;
    await noteAct(tx, actor, {
      ...{ action: "country.name", subject: code, version: version + 1 },
      detail: { locale, before: before.name, name: said?.name ?? null, inText: said?.inText ?? null },
    });
    return true;
  });
  if (!isSet) return { ok: false, field: "name", code: "countryName.stale" };
  await loadCountryNames();
  const after = { name: countryName(code, locale), inText: countryInText(code, locale) };
  await database().$transaction(async (tx) => {
    if (locale === titleLocale) await retitle(tx, code, before, after);
    await announceSetting(tx, { kind: "visit", key: code.toLowerCase() }, [cacheTag.countryNames()]);
  });
  return { ok: true, name: after.name };
}

/** Writes the name, in one statement that compares its version; false where that is another. */
async function write(
  tx: Transaction,
  { code, locale, version }: TypedName,
  said: { name: string; inText: string | null } | null,
): Promise<boolean> {
  const seen = { code, locale, version };
  if (said === null) return version === 0 || (await tx.countryName.deleteMany({ where: seen })).count === 1;
  if (version === 0)
    return (
      (await tx.countryName.createMany({ data: { code, locale, ...said }, skipDuplicates: true })).count === 1
    );
  const data = { ...said, version: version + 1, updatedAt: new Date() };
  return (await tx.countryName.updateMany({ where: seen, data })).count === 1;
}

/** Titles are stored with the names of their time: those of the country's dossiers get the new one. Addresses stay. */
async function retitle(
  tx: Transaction,
  code: string,
  before: { name: string; inText: string },
  after: { name: string; inText: string },
): Promise<void> {
  const names = Prisma.sql`(${code} IN (d."draft"->>'countryA', d."draft"->>'countryB')
    OR d."draft"->'predecessors' @> ${JSON.stringify([{ country: code }])}::jsonb)`;
  for (const [old, now] of [
    [before.inText, after.inText],
    [before.name, after.name],
  ] as const) {
    if (old === now) continue;
    await tx.$executeRaw`
      UPDATE "Entry" e SET "title" = replace(e."title", ${old}, ${now}) FROM "Entry" d
      WHERE d."kind" = 'dossier' AND d."id" IN (e."id", e."dossierId") AND strpos(e."title", ${old}) > 0
        AND ${names}`;
    await tx.$executeRaw`
      UPDATE "Record" r SET "title" = replace(r."title", ${old}, ${now}) FROM "Entry" e, "Entry" d
      WHERE e."id" = r."id" AND d."kind" = 'dossier' AND d."id" IN (e."id", e."dossierId")
        AND strpos(r."title", ${old}) > 0 AND ${names}`;
  }
}

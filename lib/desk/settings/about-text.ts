/** What the page about the site says, as admins write it: part by part, in each of the site's languages. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { tampered } from "@/lib/auth/read-form";
import { database, type Transaction } from "@/lib/database/client";
import { type AboutPart, aboutParts, longestAboutText } from "@/lib/domain/about-parts";
import { cacheTag } from "@/lib/domain/cache-tags";
import { announceSetting } from "../publish/announce";
import { type RefusedText, readText } from "./read-text";

/** A part as it was written; without a text the site's usual words stand. */
export interface AboutTextAtDesk {
  part: string;
  locale: string;
  text: string | null;
  version: number;
}

/** What an admin typed: nothing, or the usual words, gives a part its usual words back. */
export interface TypedAboutText {
  part: string;
  locale: string;
  /** The version that was seen, 0 where nothing was ever written. */
  version: number;
  text: string;
  usual: string;
}

export type AboutTextOutcome = { ok: true; isUsual: boolean } | RefusedText;

/** What was written of each part, also where the usual words were given back to it. */
export async function aboutTextsAtDesk(actor: Actor): Promise<AboutTextAtDesk[]> {
  demand(actor, "manage");
  return database().aboutText.findMany({
    select: { part: true, locale: true, text: true, version: true },
    orderBy: [{ locale: "asc" }, { part: "asc" }],
  });
}

/** Writes a part, unless another admin wrote it after the page was opened. The public page follows at once. */
export async function writeAboutText(actor: Actor, typed: TypedAboutText): Promise<AboutTextOutcome> {
  demand(actor, "manage");
  const { part, locale, version, usual } = typed;
  if (!isPart(part)) throw tampered(`No part ${part} of the page about the site`);
  const read = readText(typed.text, { max: longestAboutText, prose: true });
  if (!read.ok) return read;
  const said = read.said !== null && read.said.trim() !== usual.trim() ? read.said : null;
  const isWritten = await database().$transaction(async (tx) => {
    const before = await tx.aboutText.findUnique({ where: { part_locale: { part, locale } } });
    if (!(await write(tx, { part, locale, version }, said))) return false;
    await noteAct(tx, actor, {
      ...{ action: "about.write", subject: part, version: version + 1 },
      detail: { locale, before: before?.text ?? null, text: said },
    });
    await announceSetting(tx, { kind: "dossier", key: "about" }, [cacheTag.about()]);
    return true;
  });
  return isWritten ? { ok: true, isUsual: said === null } : { ok: false, code: "aboutText.stale" };
}

const isPart = (part: string): part is AboutPart => aboutParts.some((one) => one === part);

/** Writes the text in one statement that compares its version; false where that is another. */
async function write(
  tx: Transaction,
  seen: Pick<TypedAboutText, "part" | "locale" | "version">,
  said: string | null,
): Promise<boolean> {
  const { part, locale, version } = seen;
  const { count } =
    version === 0
      ? await tx.aboutText.createMany({ data: { part, locale, text: said }, skipDuplicates: true })
      : await tx.aboutText.updateMany({
          where: seen,
          data: { text: said, version: version + 1, updatedAt: new Date() },
        });
  return count === 1;
}

import { getTranslations } from "next-intl/server";
import { dateWords } from "@/components/public/frame/date-text";
import { StoodHead } from "@/components/public/stood/stood-head";
import { showPartialDate } from "@/lib/domain/date-words";
import type { Moment } from "@/lib/domain/stood/moment";
import { cacheTag } from "@/lib/domain/cache-tags";
import { noteTags } from "@/lib/published/note-tags";
import type { OpenDossier } from "./open-dossier";

/** What heads a page of a dossier that is shown as it stood at a moment; nothing on a page of today. */
export function AsStoodHead({ dossier, today }: { dossier: OpenDossier; today: string }) {
  const { stood, setting, record } = dossier;
  if (!stood) return null;
  return <StoodHead {...stood} dossier={{ setting, title: record.title }} today={today} />;
}

/** How a page of a dossier is called in its metadata: machines are told of that of today alone. */
export async function titledAsStood(
  { stood, setting: { locale } }: Pick<OpenDossier, "stood" | "setting">,
  title: string,
): Promise<{ title: string; unlisted?: true }> {
  return stood ? titledAt(stood.moment, locale, title) : { title };
}

/** The same of any page as it stood at a moment. */
export async function titledAt(moment: Moment, locale: string, title: string) {
  const [t, words] = await Promise.all([getTranslations("stood"), getTranslations("dates")]);
  const day = showPartialDate(moment.at.slice(0, 10), locale, dateWords(words.raw.bind(words)));
  return { title: t("title", { title, day }), unlisted: true as const };
}

/**
 * How a page that is put together of records is cited: by the instant since when it shows what it shows, which is that of the latest
 * change to its records (`changed`), to the dossier's own and to the sources it notes. As it stood it is cited by its own
 * address, where it shows anything.
 */
export function citedAt(
  { record, stood }: Pick<OpenDossier, "record" | "stood">,
  notes: { list: readonly { source: { updatedAt: string } }[] },
  { title, changed }: { title: string; changed: string | undefined },
) {
  noteTags(cacheTag.record(record.id));
  if (stood) return stood.nothing ? undefined : { title };
  const sources = notes.list.map(({ source }) => source.updatedAt);
  const since = [record.updatedAt, ...sources, ...(changed === undefined ? [] : [changed])].sort().at(-1);
  return { title, since };
}

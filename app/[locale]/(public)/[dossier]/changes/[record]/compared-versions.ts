/** Published versions of a record in words: what each says, and what differs between two. */
import { createTranslator, type Messages } from "next-intl";
import { getTranslations } from "next-intl/server";
import { comparedLines } from "@/components/desk/compared-lines";
import { describeTyped } from "@/components/desk/fields/parts";
import { describingIn } from "@/components/desk/fields/value-names";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import { dateWords } from "@/components/public/frame/date-text";
import type { DifferenceLine } from "@/components/public/changes/differences";
import { readWords } from "@/i18n/read-words";
import { showPartialDate } from "@/lib/domain/date-words";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { typedLinks } from "@/lib/domain/references";
import type { Sides } from "@/lib/domain/sides";
import { subjectKeys } from "@/lib/domain/subjects";
import { keptSubjects } from "@/lib/published/subjects";
import { publishedTitles } from "@/lib/published/titles";
import type { PublishedVersion } from "@/lib/published/versions";

/** A field of a version and what it says, in plain words. */
export interface SaidLine {
  key: string;
  label: string;
  lines: readonly string[];
}

/** What puts versions of a record in words. References are called as what they lead to is called now, if it is published. */
export async function wordingFor(
  { kind, locale, sides }: { kind: KindKey; locale: string; sides: Sides },
  versions: readonly PublishedVersion[],
) {
  const definition = kindOf(kind);
  const typed = new Map(versions.map((one) => [one.version, typedCopy(definition, one.values)]));
  const links = [...typed.values()].flatMap((one) => [...typedLinks(definition, one).values()].flat());
  const [titles, words, kept, t, dates] = await Promise.all([
    publishedTitles(links),
    // What the fields are called, the forms' words say.
    readWords(locale, { desk: true }),
    keptSubjects(),
    getTranslations("changeLog"),
    getTranslations("dates"),
  ]);
  const say = createTranslator({ locale, messages: words as Messages });
  const subjects = new Map(kept.map(({ key, name }) => [`choices.${key}`, name]));
  const spec = buildFormSpec(
    kind,
    sides,
    {
      say: (key, params) => subjects.get(key) ?? say(key, params),
      has: (key) => subjects.has(key) || say.has(key),
      kept: () => subjectKeys(kept),
    },
    locale,
  );
  const wording = {
    countries: spec.countries,
    titleOf: (id: string) => titles.get(id) ?? t("unknownRecord"),
    readingOf: (date: string) => showPartialDate(date, locale, dateWords(dates.raw.bind(dates))),
    goneRow: t("goneRow"),
  };
  const sayingOf = ({ version }: PublishedVersion) => {
    const own = typed.get(version) ?? {};
    return { typed: own, describing: describingIn(spec.fields, own, wording) };
  };
  return {
    /** What differs between two versions, in the form's order. */
    differences: (then: PublishedVersion, now: PublishedVersion): DifferenceLine[] =>
      comparedLines(spec.fields, sayingOf(then), sayingOf(now)),
    /** What a version says, field by field; what it leaves open is left out. */
    whole(version: PublishedVersion): SaidLine[] {
      const { typed: own, describing } = sayingOf(version);
      return spec.fields
        .map((field) => ({
          key: field.key,
          label: field.label,
          lines: describeTyped(field, own[field.key], describing),
        }))
        .filter(({ lines }) => lines.length > 0);
    },
  };
}

import { useLocale, useTranslations } from "next-intl";
import { DateText } from "../frame/date-text";
import { partPath, pathTo, type Setting, type Viewed } from "../frame/setting";
import type { Notes } from "../notes/notes";
import { Cite } from "../sources/cite";
import { Answer, glanceKey, Key, linkTo, Quiet, Value } from "./answer";
import { allOf } from "@/lib/domain/intl-formats";

interface Props {
  count: number;
  /** How many are of which force, and statements, which have none. */
  forces: ReadonlyMap<string, number>;
  /** The one signed last; none where no day of signature is recorded. */
  last: Viewed<"agreement"> | undefined;
  setting: Setting;
  notes: Notes;
}

const inOrder = ["yes", "pending", "ended", "not-in-force", "unknown", "statement"] as const;

/** How many agreements there are, how many of them in force, and which was the last. */
export function AgreementsAtAGlance({ count, forces, last, setting, notes }: Props) {
  const t = useTranslations("dossier");
  const locale = useLocale();
  if (count === 0)
    return (
      <Answer term={t("agreements")}>
        <Quiet>{t("agreementsNone")}</Quiet>
      </Answer>
    );
  const each = inOrder.flatMap((force) => {
    const number = forces.get(force) ?? 0;
    return number > 0 ? [t(`forces.${force}`, { count: number })] : [];
  });
  return (
    <Answer term={t("agreements")}>
      <Value more={allOf(each, locale)}>
        {t.rich("agreementsCount", {
          count,
          link: (words) => <Key>{linkTo(partPath(setting, "agreements"))(words)}</Key>,
        })}
      </Value>
      {last && (
        <Value more={<DateText value={last.values.signedOn} />}>
          {t.rich("lastAgreement", {
            title: () => (
              <a href={pathTo(setting, last)}>{last.values.shortTitle ?? last.values.title ?? ""}</a>
            ),
          })}
          <Cite notes={notes} of={glanceKey(last.id)} />
        </Value>
      )}
    </Answer>
  );
}

import { useTranslations } from "next-intl";
import { canBeInForce } from "@/lib/domain/kinds/agreement-terms";
import { Cite } from "../sources/cite";
import { DateText } from "../frame/date-text";
import { MarkedHeading } from "../frame/marked-heading";
import { Name } from "../frame/name";
import { furtherParties } from "./agreement-party";
import { InForce } from "./in-force";
import type { Notes } from "../notes/notes";
import { pathTo, type Setting, type Viewed } from "../frame/setting";

interface Props {
  agreements: readonly Viewed<"agreement">[];
  setting: Setting;
  notes: Notes;
  /** By their short titles: on the overview. */
  brief?: boolean;
}

/** Agreements as entries: the date of signature in the margin, then the title, what it is and whether it is in force. */
export function AgreementList({ agreements, setting, notes, brief = false }: Props) {
  const t = useTranslations("agreements");
  const word = useTranslations("choices");
  return (
    <ol>
      {agreements.map((agreement) => {
        const { title, shortTitle, type, signedOn } = agreement.values;
        const further = furtherParties(agreement.values, setting);
        return (
          <li
            key={agreement.id}
            className="entry border-t border-rule py-4 first:border-t-0 first:pt-0 last:pb-0 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-6"
          >
            <p className="label pt-1">
              <DateText value={signedOn} missing={t("undated")} />
            </p>
            <div className="max-w-measure">
              <MarkedHeading
                level="h3"
                className="text-lead leading-snug"
                after={<Cite notes={notes} of={agreement.id} />}
              >
                <a href={pathTo(setting, agreement)}>
                  <Name>{(brief && shortTitle) || title}</Name>
                </a>
              </MarkedHeading>
              <p className="label mt-0.5">
                {type && word(type)}
                {canBeInForce(type) && (
                  <>
                    {" "}
                    · <InForce agreement={agreement.values} setting={setting} />
                  </>
                )}
                {further.length > 0 && ` · ${t("also", { parties: further.join(", ") })}`}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

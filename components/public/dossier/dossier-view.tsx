import { useTranslations } from "next-intl";
import { Cite } from "../sources/cite";
import { DateText } from "../frame/date-text";
import { Facts, Missing } from "../frame/facts";
import type { Notes } from "../notes/notes";
import { Prose } from "../frame/prose";
import type { Setting, Viewed } from "../frame/setting";
import { PredecessorLines } from "./predecessor-lines";
import { StandingText } from "./standing-text";

/** The dossier's fields that carry marks of their own wherever it is shown. */
export const dossierFields = ["established", "memberships", "standings", "summary", "predecessors"];

interface Props {
  record: Viewed<"dossier">;
  setting: Setting;
  notes: Notes;
}

/** What a dossier's own record says, without the records that belong to it. */
export function DossierView({ record, setting, notes }: Props) {
  const t = useTranslations("dossier");
  const { established, memberships = [], standings = [], summary } = record.values;
  const cite = (field: string) => <Cite notes={notes} of={record.id} field={field} />;
  return (
    <div className="grid gap-10">
      {summary && <Prose text={summary} className="text-lead" after={cite("summary")} />}
      <PredecessorLines values={record.values} locale={setting.locale} cite={cite} />
      <Facts
        facts={[
          {
            term: t("established"),
            is: (
              <>
                <DateText value={established} />
                {cite("established")}
              </>
            ),
          },
          {
            term: t("memberships"),
            is:
              memberships.length === 0 ? (
                <Missing>{t("membershipsNone")}</Missing>
              ) : (
                <>
                  {memberships.join(", ")}
                  {cite("memberships")}
                </>
              ),
          },
          standings.length > 0
            ? {
                term: t("standings"),
                is: standings.map((standing, index) => (
                  <span key={standing.id ?? index}>
                    <StandingText standing={standing} cite={cite} />
                    {index === standings.length - 1 && cite("standings")}
                  </span>
                )),
              }
            : null,
        ]}
      />
    </div>
  );
}

/** An agreement as readers see it. */
import { useTranslations } from "next-intl";
import { canBeInForce } from "@/lib/domain/kinds/agreement-terms";
import { subjectName } from "@/lib/domain/subjects";
import { MarginSection } from "../frame/margin-section";
import { NotRecorded } from "../frame/not-recorded";
import { partPath, partiesInText, type Viewed } from "../frame/setting";
import type { KindView, LatestProps, ListProps } from "../kind-view";
import { choicesOf, groupAgreements, groupedField, readGrouping } from "./agreement-groups";
import { AgreementList } from "./agreement-list";
import { agreementFields, AgreementView } from "./agreement-view";

export const agreement: KindView<"agreement"> = {
  fields: agreementFields,
  citesItself: false,
  Whole: ({ linked, ...props }) => (
    <AgreementView
      {...props}
      visits={linked("visit")}
      others={linked("agreement")}
      announcements={linked("announcement")}
    />
  ),
  page: {
    heading: ({ title }) => title,
    short: ({ shortTitle }) => shortTitle,
    description({ values: { note, type } }, { say, choice }, setting) {
      const [a, b] = partiesInText(setting);
      return note ?? say("recordDescription", { type: choice(type), a, b });
    },
  },
  list: {
    shown: (records, query, setting) =>
      groupAgreements(records, readGrouping(query), setting).flatMap(({ agreements }) => agreements),
    narrowedTo: (query, setting) =>
      (["subject", "status"] as const).flatMap((by) => {
        const value = choicesOf(by, setting).find((choice) => choice === query[by]);
        return value ? [{ field: groupedField[by], values: [value] }] : [];
      }),
    foldedBy(query, setting) {
      const by = readGrouping(query);
      return { field: groupedField[by], values: choicesOf(by, setting) };
    },
    Body: Agreements,
  },
  latest: { Body: LatestAgreements },
  told: {
    date: ({ signedOn }) => signedOn,
    onlyDated: true,
    isHollow: true,
    Title: ({ record }) => record.values.title,
    Label: AgreementLabel,
  },
  lane: {
    date: ({ signedOn }) => signedOn,
    title: ({ shortTitle, title }) => shortTitle ?? title,
  },
};

function AgreementLabel({ record }: { record: Viewed<"agreement"> }) {
  const t = useTranslations("agreements");
  return t(canBeInForce(record.values.type) ? "signed" : "adopted");
}

/** By subject or by whether they are in force, as the address asks. */
function Agreements({ records, tally, query, setting, notes }: ListProps<"agreement">) {
  const t = useTranslations("agreements");
  const word = useTranslations("choices");
  const [a, b] = partiesInText(setting);
  if (tally.all === 0) return <NotRecorded setting={setting}>{t("none", { a, b })}</NotRecorded>;
  const by = readGrouping(query);
  const groupings = [
    { key: "subject", href: partPath(setting, "agreements"), name: t("bySubject") },
    { key: "status", href: partPath(setting, "agreements", "?by=status"), name: t("byStatus") },
  ];
  return (
    <>
      <nav aria-label={t("grouping")} className="screen-only mb-6">
        <ul className="ways flex gap-x-7">
          {groupings.map(({ key, href, name }) => (
            <li key={key}>
              <a href={href} aria-current={key === by ? "true" : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid gap-12">
        {groupAgreements(records, by, setting).map(({ choice, agreements }) => (
          <MarginSection
            key={choice}
            id={`group-${choice}`}
            heading={
              by === "subject" ? subjectName(choice, setting.subjects ?? [], word) : t(`status.${choice}`)
            }
            beside={
              tally.isFolded &&
              agreements.length < tally.having(groupedField[by], choice) && (
                <p className="label">
                  <a href={partPath(setting, "agreements", `?${by}=${choice}`)}>
                    {t("allOfGroup", { count: tally.having(groupedField[by], choice) })}
                  </a>
                </p>
              )
            }
          >
            <AgreementList agreements={agreements} setting={setting} notes={notes} />
          </MarginSection>
        ))}
      </div>
    </>
  );
}

function LatestAgreements({ latest, setting, notes }: LatestProps<"agreement">) {
  const t = useTranslations("agreements");
  const [a, b] = partiesInText(setting);
  return latest.length > 0 ? (
    <AgreementList agreements={latest} setting={setting} notes={notes} brief />
  ) : (
    <NotRecorded setting={setting}>{t("none", { a, b })}</NotRecorded>
  );
}

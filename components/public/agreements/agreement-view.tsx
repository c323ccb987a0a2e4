import { useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { Cite } from "../sources/cite";
import { DateText } from "../frame/date-text";
import { Facts, Missing } from "../frame/facts";
import { InForce } from "./in-force";
import type { Linked } from "../frame/linked";
import { MarginSection } from "../frame/margin-section";
import type { Notes } from "../notes/notes";
import { Prose } from "../frame/prose";
import type { Setting, Viewed } from "../frame/setting";
import { Side } from "../frame/side";
import { OutsideLink } from "../sources/source-line";

/** The fields that carry marks of their own where an agreement is shown whole. */
export const agreementFields = [
  "type",
  "subject",
  "signatories",
  "signedOn",
  "place",
  "inForce",
  "actions",
  "languages",
  "registerNumber",
  "textLink",
  "note",
];

interface Props {
  record: Viewed<"agreement">;
  setting: Setting;
  notes: Notes;
  /** The visits during which it was signed. */
  visits: readonly Linked[];
}

/** One agreement, whole: what it is about, who signed, what each party has done about it since. */
export function AgreementView({ record, setting, notes, visits }: Props) {
  const t = useTranslations("agreements");
  const word = useTranslations("choices");
  const { values } = record;
  const { signatories = [], languages = [] } = values;
  const cite = (field: string) => <Cite notes={notes} of={record.id} field={field} />;
  const unknown = <Missing>{t("notRecorded")}</Missing>;
  return (
    <div className="grid gap-10">
      <Facts
        facts={[
          values.shortTitle ? { term: t("shortTitle"), is: values.shortTitle } : null,
          values.type
            ? {
                term: t("type"),
                is: (
                  <>
                    {word(values.type)}
                    {cite("type")}
                  </>
                ),
              }
            : null,
          values.subject
            ? {
                term: t("subject"),
                is: (
                  <>
                    {word(values.subject)}
                    {cite("subject")}
                  </>
                ),
              }
            : null,
          {
            term: t("inForce"),
            is: (
              <>
                <InForce value={values.inForce} />
                {cite("inForce")}
              </>
            ),
          },
          {
            term: t("signedOn"),
            is: (
              <>
                <DateText value={values.signedOn} />
                {cite("signedOn")}
              </>
            ),
          },
          {
            term: t("place"),
            is: (
              <>
                {values.place ?? unknown}
                {cite("place")}
              </>
            ),
          },
          {
            term: t("signatories"),
            is:
              signatories.length === 0
                ? unknown
                : signatories.map(({ id, party, body }, index) => (
                    <span key={id ?? index}>
                      {party && <Side code={party} setting={setting} />}
                      {body && `: ${body}`}
                      {index === signatories.length - 1 && cite("signatories")}
                    </span>
                  )),
          },
          visits.length > 0
            ? {
                term: t("signedDuring"),
                is: visits.map(({ href, title }) => (
                  <a key={href} href={href}>
                    {title}
                  </a>
                )),
              }
            : null,
          languages.length > 0
            ? {
                term: t("languages"),
                is: (
                  <>
                    {languages.join(", ")}
                    {cite("languages")}
                  </>
                ),
              }
            : null,
          values.registerNumber
            ? {
                term: t("registerNumber"),
                is: (
                  <>
                    {values.registerNumber}
                    {cite("registerNumber")}
                  </>
                ),
              }
            : null,
          {
            term: t("text"),
            is: values.textLink ? (
              <>
                <OutsideLink href={values.textLink} label={t("readText")} />
                {cite("textLink")}
              </>
            ) : (
              <Missing>{t("noText")}</Missing>
            ),
          },
        ]}
      />
      <MarginSection
        heading={
          <>
            {t("actions")}
            {cite("actions")}
          </>
        }
      >
        <Actions actions={values.actions ?? []} setting={setting} />
      </MarginSection>
      {values.note && (
        <MarginSection heading={t("note")}>
          <Prose text={values.note} after={cite("note")} />
        </MarginSection>
      )}
    </div>
  );
}

type Action = NonNullable<Viewed<"agreement">["values"]["actions"]>[number];

function Actions({ actions, setting }: { actions: readonly Action[]; setting: Setting }) {
  const t = useTranslations("agreements");
  const word = useTranslations("choices");
  if (actions.length === 0)
    return (
      <p>
        <Missing>{t("noActions")}</Missing>
      </p>
    );
  return (
    <div className="table-frame" role="region" aria-label={t("actions")} tabIndex={0}>
      <table className="table">
        <caption className="sr-only">{t("actions")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("party")}</th>
            <th scope="col">{t("action")}</th>
            <th scope="col">{t("date")}</th>
            <th scope="col">{t("effective")}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map(({ id, party, action, date, effective }, index) => (
            <tr key={id ?? index}>
              <th scope="row">
                {party === "both"
                  ? t("bothParties", {
                      a: countryName(setting.parties[0], setting.locale),
                      b: countryName(setting.parties[1], setting.locale),
                    })
                  : party && <Side code={party} setting={setting} />}
              </th>
              <td>{action && word(action)}</td>
              <td>
                <DateText value={date} />
              </td>
              <td>
                <DateText value={effective} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

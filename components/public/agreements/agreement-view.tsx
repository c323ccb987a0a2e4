import { useTranslations } from "next-intl";
import { signedAtOf } from "@/lib/domain/kinds/agreement-status";
import { canBeInForce } from "@/lib/domain/kinds/agreement-terms";
import { below } from "@/lib/domain/paths";
import { subjectName } from "@/lib/domain/subjects";
import { announcementsFact } from "../announcements/announcement-links";
import { Cite } from "../sources/cite";
import { DateText } from "../frame/date-text";
import { Facts } from "../frame/facts";
import { AgreementActions } from "./agreement-actions";
import { relationFacts, termFacts } from "./agreement-facts";
import { AgreementTexts } from "./agreement-texts";
import { originalTitleFact } from "./original-title";
import { Party } from "./agreement-party";
import { InForce } from "./in-force";
import type { ShownFile } from "../files/shown-files";
import type { Linked } from "../frame/linked";
import { MarginSection } from "../frame/margin-section";
import type { Notes } from "../notes/notes";
import { Prose } from "../frame/prose";
import type { Setting, Viewed } from "../frame/setting";
import { OutsideLink } from "../sources/source-line";

/** The fields that carry marks of their own where an agreement is shown whole. */
export const agreementFields = [
  "originalTitle",
  "originalLanguage",
  "type",
  "subject",
  "signatories",
  "signedOn",
  "place",
  "inForce",
  "expires",
  "renewal",
  "renewalPeriod",
  "noticePeriod",
  "actions",
  "languages",
  "registerNumber",
  "textLink",
  "files",
  "note",
];

interface Props {
  record: Viewed<"agreement">;
  setting: Setting;
  notes: Notes;
  /** The visits during which it was signed. */
  visits: readonly Linked[];
  /** The agreements to which it relates, and those that relate to it. */
  others: readonly Linked[];
  /** What was announced and came to it. */
  announcements: readonly Linked[];
  files: readonly ShownFile[];
}

/** One agreement, whole: what it is about, who signed, what each party has done about it since. */
export function AgreementView({ record, setting, notes, visits, others, announcements, files }: Props) {
  const t = useTranslations("agreements");
  const word = useTranslations("choices");
  const ofAnnouncements = useTranslations("announcements");
  const { values } = record;
  const { signatories = [], languages = [], actions = [] } = values;
  const binds = canBeInForce(values.type);
  const place = values.place ?? signedAtOf(values);
  const cite = (field: string) => <Cite notes={notes} of={record.id} field={field} />;
  return (
    <div className="grid gap-10">
      <Facts
        facts={[
          originalTitleFact(values, t("originalTitle"), setting, cite),
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
                    {subjectName(values.subject, setting.subjects ?? [], word)}
                    {cite("subject")}
                  </>
                ),
              }
            : null,
          binds
            ? {
                term: t("inForce"),
                is: (
                  <>
                    <InForce agreement={values} setting={setting} />
                    {cite("inForce")}
                  </>
                ),
              }
            : null,
          {
            term: t(binds ? "signedOn" : "adoptedOn"),
            is: values.signedOn && (
              <>
                <DateText value={values.signedOn} />
                {cite("signedOn")}
              </>
            ),
          },
          {
            term: t(binds ? "place" : "adoptedAt"),
            is: place && (
              <>
                {place}
                {cite("place")}
              </>
            ),
          },
          {
            term: t(binds ? "signatories" : "adoptedBy"),
            is:
              signatories.length === 0
                ? undefined
                : signatories.map(({ id = "", party, name, body }, index) => {
                    const row = below("signatories", id);
                    return (
                      <span key={id || index}>
                        <Party party={party} name={name} setting={setting} />
                        {cite(below(row, "party"))}
                        {cite(below(row, "name"))}
                        {body && `: ${body}`}
                        {cite(below(row, "body"))}
                        {cite(row)}
                        {index === signatories.length - 1 && cite("signatories")}
                      </span>
                    );
                  }),
          },
          ...termFacts(values, t, word, cite),
          ...relationFacts(values, others, word, cite),
          visits.length > 0
            ? {
                term: t(binds ? "signedDuring" : "adoptedDuring"),
                is: visits.map(({ href, title }) => (
                  <a key={href} href={href}>
                    {title}
                  </a>
                )),
              }
            : null,
          announcementsFact(announcements, ofAnnouncements("ofRecord")),
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
          values.textLink || files.length === 0
            ? {
                term: t("text"),
                is: values.textLink && (
                  <>
                    <OutsideLink href={values.textLink} label={t("readText")} />
                    {cite("textLink")}
                  </>
                ),
              }
            : null,
        ]}
      />
      <AgreementTexts files={files} cite={cite} />
      {(binds || actions.length > 0) && (
        <MarginSection heading={t("actions")} marks={cite("actions")}>
          <AgreementActions actions={actions} setting={setting} cite={cite} />
        </MarginSection>
      )}
      {values.note && (
        <MarginSection heading={t("note")}>
          <Prose text={values.note} after={cite("note")} />
        </MarginSection>
      )}
    </div>
  );
}

import { useTranslations } from "next-intl";
import { type CappedCount, countedWords } from "@/lib/domain/capped-count";
import { DateText } from "../frame/date-text";
import { Facts, Missing } from "../frame/facts";
import type { Linked } from "../frame/linked";
import { Name } from "../frame/name";
import { Files } from "../files/files";
import type { ShownFile } from "../files/shown-files";
import { MarginSection } from "../frame/margin-section";
import { Prose } from "../frame/prose";
import type { Viewed } from "../frame/setting";
import { OutsideLink } from "./source-line";

interface Props {
  record: Viewed<"source">;
  files: readonly ShownFile[];
  /** None where what cites it is not told. */
  citedBy?: readonly Linked[] | undefined;
  /** How many more records cite it. */
  more?: CappedCount;
}

/** One source, whole, and which records of the dossier cite it. */
export function SourceView({ record, files, citedBy, more }: Props) {
  const t = useTranslations("sources");
  const { values } = record;
  const { authors = [] } = values;
  return (
    <div className="grid gap-10">
      <Facts
        facts={[
          {
            term: t("authors"),
            is: authors.length > 0 ? authors.map((name) => <Name key={name}>{name}</Name>) : undefined,
          },
          { term: t("publisher"), is: values.publisher ? <Name>{values.publisher}</Name> : undefined },
          { term: t("date"), is: values.date && <DateText value={values.date} /> },
          { term: t("address"), is: values.address ? <OutsideLink href={values.address} /> : undefined },
          values.archivedAddress
            ? { term: t("archived"), is: <OutsideLink href={values.archivedAddress} /> }
            : null,
          values.accessedOn ? { term: t("accessedOn"), is: <DateText value={values.accessedOn} /> } : null,
          values.language ? { term: t("language"), is: values.language } : null,
          values.licence ? { term: t("licence"), is: values.licence } : null,
        ]}
      />
      {values.note && <Prose text={values.note} className="lg:ml-64" />}
      <Files files={files} />
      {citedBy && (
        <MarginSection heading={t("citedBy")}>
          {citedBy.length === 0 ? (
            <p>
              <Missing>{t("citedByNone")}</Missing>
            </p>
          ) : (
            <ul className="grid max-w-measure gap-1.5">
              {citedBy.map(({ href, title, kind }) => (
                <li key={href}>
                  <a href={href}>{title}</a> <span className="label">{kind}</span>
                </li>
              ))}
              {more && more.count > 0 && (
                <li className="text-muted">{t("citedByMore", countedWords(more))}</li>
              )}
            </ul>
          )}
        </MarginSection>
      )}
    </div>
  );
}

/** What is said of an agreement in a line or several: its term, and the agreements to which it relates. */
import { Fragment, type ReactNode } from "react";
import { agreementRelations } from "@/lib/domain/kinds/agreement-terms";
import { below } from "@/lib/domain/paths";
import { DateText } from "../frame/date-text";
import type { Fact } from "../frame/facts";
import type { Linked } from "../frame/linked";
import type { Viewed } from "../frame/setting";

type Words = (key: string, params?: Record<string, string>) => string;

/** Until when it is in force, and how it goes on then. */
export function termFacts(
  { expires, renewal, renewalPeriod, noticePeriod }: Viewed<"agreement">["values"],
  t: Words,
  word: Words,
  cite: (field: string) => ReactNode,
): (Fact | null)[] {
  const renewed = renewal ? word(renewal) : undefined;
  const renewedFor =
    renewed && renewalPeriod
      ? t("renewalFor", { renewal: renewed, period: renewalPeriod })
      : (renewed ?? renewalPeriod);
  const said = (field: string, term: string, is: ReactNode): Fact => ({
    term,
    is: (
      <>
        {is}
        {cite(field)}
      </>
    ),
  });
  return [
    expires ? said("expires", t("expires"), <DateText value={expires} />) : null,
    renewedFor
      ? said(
          "renewal",
          t("renewal"),
          <>
            {renewedFor}
            {cite("renewalPeriod")}
          </>,
        )
      : null,
    noticePeriod ? said("noticePeriod", t("noticePeriod"), noticePeriod) : null,
  ];
}

/** The agreements that it relates to, under what it is to them, with the marks of what it says of that itself. */
export function relationFacts(
  { relations: rows = [] }: Viewed<"agreement">["values"],
  others: readonly Linked[],
  word: Words,
  cite: (field: string) => ReactNode,
): (Fact | null)[] {
  const marksOf = (relation: string) =>
    rows
      .filter((row) => row.relation === relation)
      .map(({ id = "" }) => (
        <Fragment key={id}>
          {cite(below("relations", id, "relation"))}
          {cite(below("relations", id, "other"))}
          {cite(below("relations", id))}
          {id === rows.at(-1)?.id && cite("relations")}
        </Fragment>
      ));
  return agreementRelations.map((relation) => {
    const related = others.filter(({ relations = ["related-to"] }) => relations.includes(relation));
    if (related.length === 0) return null;
    return {
      term: word(relation),
      is: related.map(({ href, title }, index) => (
        <span key={href}>
          <a href={href}>{title}</a>
          {index === related.length - 1 && marksOf(relation)}
        </span>
      )),
    };
  });
}

/** What changes about a mission in the course of time, and how it is reached, as facts. */
import type { ReactNode } from "react";
import { below } from "@/lib/domain/paths";
import { DateText } from "../frame/date-text";
import { type Fact } from "../frame/facts";
import type { Around } from "../frame/linked";
import type { Viewed } from "../frame/setting";
import { PersonLink } from "../people/person-link";

type Values = Viewed<"mission">["values"];
type Words = (key: string, params?: Record<string, string>) => string;
type Cited = (field: string) => ReactNode;

/** Who headed it, one line each in the order of the record. */
export function headsFact({ heads = [] }: Values, t: Words, cite: Cited, around: Around): Fact {
  return {
    term: t(heads.length > 1 ? "heads" : "head"),
    is:
      heads.length === 0
        ? undefined
        : heads.map(({ id = "", name, person, title, from, to }, index) => (
            <span key={id || index}>
              <PersonLink name={name} person={person} around={around} />
              {cite(below("heads", id, "name"))}
              {title && `, ${title}`}
              {cite(below("heads", id, "title"))}
              <Span from={from} to={to} row={below("heads", id)} cite={cite} />
              {index === heads.length - 1 && cite("heads")}
            </span>
          )),
  };
}

/** What it was before it was raised or lowered. */
export function typesFact({ earlierTypes = [] }: Values, t: Words, word: Words, cite: Cited): Fact | null {
  if (earlierTypes.length === 0) return null;
  return {
    term: t("earlierTypes"),
    is: earlierTypes.map(({ id = "", type, from, to }, index) => (
      <span key={id || index}>
        {type && word(type)}
        {cite(below("earlierTypes", id, "type"))}
        <Span from={from} to={to} row={below("earlierTypes", id)} cite={cite} />
        {index === earlierTypes.length - 1 && cite("earlierTypes")}
      </span>
    )),
  };
}

/** Where it stood before it moved. */
export function seatsFact({ earlierSeats = [] }: Values, t: Words, cite: Cited): Fact | null {
  if (earlierSeats.length === 0) return null;
  return {
    term: t("earlierSeats"),
    is: earlierSeats.map(({ id = "", city, address, from, to }, index) => (
      <span key={id || index}>
        {address && `${address}, `}
        {cite(below("earlierSeats", id, "address"))}
        {city}
        {cite(below("earlierSeats", id, "city"))}
        <Span from={from} to={to} row={below("earlierSeats", id)} cite={cite} />
        {index === earlierSeats.length - 1 && cite("earlierSeats")}
      </span>
    )),
  };
}

/** When it was closed for a time. */
export function closuresFact({ closures = [] }: Values, t: Words, cite: Cited): Fact | null {
  if (closures.length === 0) return null;
  return {
    term: t("closures"),
    is: closures.map(({ id = "", closed, reopened }, index) => (
      <span key={id || index}>
        {closed && (
          <>
            {t("closedShort")} <DateText value={closed} />
            {cite(below("closures", id, "closed"))}
          </>
        )}
        {closed && reopened && ", "}
        {reopened && (
          <>
            {t("reopenedShort")} <DateText value={reopened} />
            {cite(below("closures", id, "reopened"))}
          </>
        )}
        {cite(below("closures", id))}
        {index === closures.length - 1 && cite("closures")}
      </span>
    )),
  };
}

/** For where it is responsible, and how it is reached. */
export function contactFacts({ district, phone, email }: Values, t: Words, cite: Cited): (Fact | null)[] {
  const said = (field: string, is: ReactNode): Fact => ({
    term: t(field),
    is: (
      <>
        {is}
        {cite(field)}
      </>
    ),
  });
  return [
    district ? said("district", <span className="whitespace-pre-line">{district}</span>) : null,
    phone ? said("phone", <span className="figures">{phone}</span>) : null,
    email ? said("email", <a href={`mailto:${email}`}>{email}</a>) : null,
  ];
}

interface SpanProps {
  from?: string;
  to?: string;
  /** The path of the row that says so, whose own marks stand behind it; none where marks stand elsewhere. */
  row?: string;
  cite?: Cited;
}

/** From when to when, in brackets: what has no end goes on. */
export function Span({ from, to, row, cite }: SpanProps) {
  const marks = row !== undefined && cite && (
    <>
      {cite(below(row, "from"))}
      {cite(below(row, "to"))}
      {cite(row)}
    </>
  );
  if (!from && !to) return marks;
  const isInterval = [from, to].some((one) => one?.includes("/"));
  return (
    <>
      {" ("}
      {isInterval && from && to ? (
        <>
          <DateText value={from} /> – <DateText value={to} />
        </>
      ) : (
        <DateText value={isInterval ? (from ?? to) : `${from ?? ".."}/${to ?? ".."}`} />
      )}
      ){marks}
    </>
  );
}

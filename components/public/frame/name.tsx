import { Fragment, type ReactNode } from "react";
import { type KindKey, kindOf } from "@/lib/domain/kinds/registry";

/**
 * A name or title in whatever script it is written: its direction is its own, and does not turn what stands beside it. `lang` (BCP 47)
 * says in which language it is, where that is not the page's.
 */
export function Name({ children, lang }: { children: ReactNode; lang?: string | undefined }) {
  return <bdi lang={lang}>{children}</bdi>;
}

/** Names in a row, with commas. */
export function Names({ of }: { of: readonly string[] }) {
  return of.map((name, index) => (
    <Fragment key={index}>
      {index > 0 && ", "}
      <Name>{name}</Name>
    </Fragment>
  ));
}

// Letters that are written from right to left, and signs that turn the direction.
const turning =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A record's title as readers see it. One that is made of a name and of words, as "… to Mexico", runs as the words do, in whatever
 * script the name is: a mark without width before it says so where the name would turn it.
 */
export function titleOf({ kind, title }: { kind: KindKey; title: string }): string {
  const isItsOwn = ["title", "name"].some((key) => key in kindOf(kind).fields);
  return isItsOwn || !turning.test(title) ? title : `\u200e${title}`;
}

/** The same for a name within a message, which has no room for elements: in Unicode's own isolating signs, where it needs them. */
export function isolated(name: string): string {
  return turning.test(name) ? `\u2068${name}\u2069` : name;
}

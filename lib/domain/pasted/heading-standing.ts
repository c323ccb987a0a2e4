/** How sure the figures of a column are, where its head says so: "Exports (provisional)", "Exports (million EUR) p". */
import { type FigureStanding, standingNamed } from "../kinds/figure-standing";

const words = String.raw`(?<!\p{L})(?:provisional|preliminary|prelim|prel|prov|estimates?|estimated|est|revised|rev)(?!\p{L})\.?`;
/** A letter says so in brackets or behind them alone. */
const marked = new RegExp(
  String.raw` ?[([] ?(?:${words}|[per]) ?[)\]]|(?<=[)\]]) ?[per]$|(?<=^|[([,;] ?)${words} ?[,;] ?|(?:^| ?[,;–—-] ?)${words}(?=$|[)\]])`,
  "giu",
);

/** What a heading, or a unit, says of the standing of its figures; null where it says nothing, or that they are final. */
export function standingIn(text: string): FigureStanding | null {
  const [said] = text.match(marked) ?? [];
  return (said && standingNamed(said.replace(/[,;–—-]/gu, ""))) || null;
}

/** A heading, or a unit, without what it says of that. */
export function withoutStanding(text: string): string {
  return text.replace(marked, "").trim();
}

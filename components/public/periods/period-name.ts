import type { ListSpan } from "@/lib/domain/cache-tags";
import { type AskedPeriod, fourDigits } from "@/lib/domain/list-periods";

/** Has the words of `periods`. */
type Say = (
  key: "decade" | "undated" | "titled" | "titledPage" | "titledPageAlone",
  values?: Record<string, string>,
) => string;

/** "1990s", "1994" or "Undated"; empty for the whole list. */
export function periodName(span: ListSpan, say: Say): string {
  if (span === "all") return "";
  if (span === "undated") return say("undated");
  return "year" in span ? fourDigits(span.year) : say("decade", { decade: fourDigits(span.decade) });
}

/** The title of a page that shows a period of a list; the list's own where it shows what the list opens with. */
export function titleOfPeriod(title: string, { span, page }: AskedPeriod, say: Say): string {
  if (span === null) return title;
  const named = { title, period: periodName(span, say) };
  return page > 1 ? say("titledPage", { ...named, page: String(page) }) : say("titled", named);
}

/** The title of a page of a list that is in pages alone; the list's own for the first. */
export function titleOfPage(title: string, page: number, say: Say): string {
  return page > 1 ? say("titledPageAlone", { title, page: String(page) }) : title;
}

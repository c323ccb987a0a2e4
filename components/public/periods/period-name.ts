import type { ListSpan } from "@/lib/domain/cache-tags";

type Say = (key: "decade" | "undated", values?: Record<string, string>) => string;

/** "1990s", "1994" or "Undated"; `say` has the words of `periods`. Empty for the whole list. */
export function periodName(span: ListSpan, say: Say): string {
  if (span === "all") return "";
  if (span === "undated") return say("undated");
  return "year" in span ? String(span.year) : say("decade", { decade: String(span.decade) });
}

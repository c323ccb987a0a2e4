import { fourDigits } from "@/lib/domain/list-periods";

/** "1990s", or that no date is recorded. */
export function decadeName(
  decade: number | null,
  t: (key: "decade" | "undated", values: { decade: string }) => string,
): string {
  return t(decade === null ? "undated" : "decade", { decade: decade === null ? "" : fourDigits(decade) });
}

/** Patterns of SQL's LIKE. */
import "server-only";

/** A text as a pattern that matches only itself. NUL, which PostgreSQL cannot take, is dropped. */
export function likeLiteral(text: string): string {
  return text.replaceAll("\u0000", "").replace(/[\\%_]/g, "\\$&");
}

/** When something happened, in words that are the same on the server and in every browser. */
const format = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** An ISO instant as "23 Nov 2026, 14:03 UTC". */
export function showInstant(iso: string): string {
  return `${format.format(new Date(iso))} UTC`;
}

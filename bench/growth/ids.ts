/** Ids by the hundred thousand: UUIDs of version 7, for which the library would draw many random bytes. */

// From anywhere, so that what two processes make for one database differs.
let counter = Math.floor(Math.random() * 2 ** 47);

/** A new id of a moment in milliseconds since 1970. Ids made later sort behind, within one moment too. */
export function idAt(milliseconds: number): string {
  const time = Math.floor(milliseconds).toString(16).padStart(12, "0");
  const rest = (counter++).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest}`;
}

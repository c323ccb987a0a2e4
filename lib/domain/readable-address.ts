/** The longest web address that a record holds, in characters. */
export const longestAddress = 2000;

// What no text holds: the database refuses some of it, and a backup is not read back with it.
const control = /\p{Cc}/gu;

/** A web address as people read it: without its scheme and "www.", and with its letters as they are written. */
export function readableAddress(address: string): string {
  const plain = address.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
  try {
    return decodeURI(plain).replace(control, encodeURIComponent);
  } catch {
    // A "%" that encodes nothing.
    return plain;
  }
}

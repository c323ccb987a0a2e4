/** The longest web address that a record holds, in characters. */
export const longestAddress = 2000;

// What no text holds, as NUL, and what cannot be seen or turns the direction of writing, so that an address reads as another.
const unseen = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** An address in which what cannot be seen is encoded: it leads where it led. */
export function withUnseenEncoded(address: string): string {
  return address.toWellFormed().replace(unseen, encodeURIComponent);
}

/** A web address as people read it: without its scheme and "www.", and with its letters as they are written. */
export function readableAddress(address: string): string {
  const plain = address.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
  try {
    return withUnseenEncoded(decodeURI(plain));
  } catch {
    // A "%" that encodes nothing.
    return withUnseenEncoded(plain);
  }
}

/** A web address as people read it: without its scheme and "www.", and with its letters as they are written. */
export function readableAddress(address: string): string {
  const plain = address.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
  try {
    return decodeURI(plain);
  } catch {
    // A "%" that encodes nothing.
    return plain;
  }
}

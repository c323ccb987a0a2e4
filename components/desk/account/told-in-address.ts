/** The fields that an address can fill by its fragment, and what a value of each looks like. */
const looksRight = {
  email: (text: string) => text.includes("@"),
  // None is as short as a part of a page is named.
  token: (text: string) => text.length > 20,
};
export type FieldInAddress = keyof typeof looksRight;

/**
 * What an address's fragment, with its "#", tells for a field; null where it tells nothing for it. A browser keeps a fragment over a
 * redirect and after a skip link, so that it may as well name a part of this page or of another.
 */
export function toldInAddress(field: FieldInAddress, fragment: string): string | null {
  try {
    const text = decodeURIComponent(fragment.slice(1));
    return looksRight[field](text) ? text : null;
  } catch {
    return null; // Not an encoded text at all.
  }
}

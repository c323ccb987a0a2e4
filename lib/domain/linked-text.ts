/** Plain text in which web and mail addresses are links. Never markup. */

/** A piece of a text: words as they are, or an address with where it leads. */
export interface TextPiece {
  text: string;
  href?: string;
}

/** A web address up to the next space, or a mail address; both of bounded length, so that reading stays linear. */
const addresses = /https?:\/\/[^\s<>"]{1,2000}|[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}/gi;
/** What ends a sentence or a bracket around an address is no part of it. */
const endsOfSentences = /[.,;:!?'’”»)\]}]{1,20}$/;

/** The pieces of a text, in their order: together they are the text. */
export function linkedText(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(addresses)) {
    const address = match[0].replace(endsOfSentences, "");
    const href = hrefOf(address);
    if (href === null) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** Where an address leads; null for one that leads nowhere, or carries a password. */
function hrefOf(address: string): string | null {
  if (!/^https?:/i.test(address)) return `mailto:${address}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && !url.username && !url.password ? url.href : null;
}

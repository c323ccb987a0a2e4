/** Ready documents as the bytes of whole answers, for clients that ask without a proxy between. */
import { matches } from "./encode";
import type { Counts } from "./metrics";
import type { PlainRequest } from "./plain-request";
import type { PublicPages } from "./public-pages";
import { directProtocol, type HostSettings } from "./request-origin";
import type { Heads } from "./send";
import { prepared } from "./send-document";
import type { ReadyAnswer } from "./socket-answers";

interface HeadBytes {
  whole: Buffer;
  unchanged: Buffer;
}

const kept = new WeakMap<Heads, HeadBytes>();

/** A head as it goes over the wire, less its last lines. */
function headOf(status: string, headers: readonly string[]): Buffer {
  let text = `HTTP/1.1 ${status}\r\n`;
  for (let at = 0; at < headers.length; at += 2) text += `${headers[at]}: ${headers[at + 1]}\r\n`;
  return Buffer.from(text, "latin1");
}

function bytesOf(heads: Heads): HeadBytes {
  const found = kept.get(heads);
  if (found) return found;
  const made = {
    whole: headOf("200 OK", heads.whole),
    unchanged: headOf("304 Not Modified", heads.unchanged),
  };
  kept.set(heads, made);
  return made;
}

/** Finds the ready document that a plain request asks for, of a host of ours; counts it as sent. */
export function readyAnswers({
  hosts,
  pages,
  counts,
}: {
  hosts: HostSettings;
  pages: Pick<PublicPages, "ready">;
  counts: Counts;
}): (request: PlainRequest) => ReadyAnswer | undefined {
  return ({ url, host, accepts = "", ifNoneMatch }) => {
    const protocol = directProtocol(host, hosts);
    const document = protocol && pages.ready(url);
    if (!document) return undefined;
    const { heads, body, tag } = prepared(document, protocol === "https", accepts);
    const bytes = bytesOf(heads);
    if (matches(ifNoneMatch, tag)) {
      counts.unchanged += 1;
      return { head: bytes.unchanged, body: null };
    }
    counts.documents += 1;
    return { head: bytes.whole, body };
  };
}

/** What stands between readers and the press: addresses read, documents sent, searches and absences bounded. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { turns } from "@/lib/turns";
import { absenceNear, dossierAbove } from "./absence-page";
import { type Address, readAddress } from "./address";
import type { Arrival } from "./hosts";
import type { Inner } from "@/server/next/inner";
import { notFound, type Rendered, renderPublic } from "@/server/next/pages";
import type { Press } from "@/server/documents/press";
import { sendDocument } from "./send-document";
import { sendRendered } from "./send";

export interface Readers {
  press: Press;
  /** Sends the document under exactly this address if it is at hand; false where more has to be done. */
  sendReady(request: IncomingMessage, response: ServerResponse, arrival: Arrival): boolean;
  /** Answers any reader's address. Rejects where no page can be had. */
  answer(request: IncomingMessage, response: ServerResponse, arrival: Arrival): Promise<void>;
  /** Answers that there is nothing here. */
  answerAbsent(request: IncomingMessage, response: ServerResponse, arrival: Arrival): Promise<void>;
}

type Passing = Extract<Address, { is: "passing" }>;

const passing = { lives: 10_000, most: 200 };
const absenceLives = 60_000;

/** Readers of a press. `self` is how the site calls itself: pages are rendered under its own name alone. */
export function readersOf(press: Press, inner: Inner, self: Arrival): Readers {
  const answered = new Map<string, { rendered: Rendered; until: number; mark: number }>();
  const rendering = new Map<string, Promise<Rendered>>();
  const inTurn = turns(2, 50);
  let absent: { rendered: Rendered; until: number } | undefined;
  let asked: Promise<Rendered> | null = null;

  /** A search or a narrowed list is answered by Next, few at a time, and its answer kept for some seconds. */
  async function pass({ path }: Passing): Promise<Rendered> {
    const kept = answered.get(path);
    if (kept && kept.until > Date.now() && press.changes.isFresh(null, kept.mark)) return kept.rendered;
    // A render that began before a change is not joined: it may still show what was removed.
    const key = `${press.changes.mark} ${path}`;
    const under = rendering.get(key);
    if (under) return under;
    const begun = make(path).finally(() => rendering.delete(key));
    rendering.set(key, begun);
    return begun;
  }

  async function make(path: string): Promise<Rendered> {
    const { mark } = press.changes;
    const rendered = await inTurn(() => renderPublic(inner, path, self));
    for (const old of answered.keys()) {
      if (answered.size < passing.most) break;
      answered.delete(old);
    }
    if (rendered.status === 200) answered.set(path, { rendered, until: Date.now() + passing.lives, mark });
    return rendered;
  }

  /** The site's page for what is not there; an older one when Next has none now. */
  async function absence(): Promise<Rendered> {
    if (absent && absent.until > Date.now()) return absent.rendered;
    asked ??= notFound(inner, self).finally(() => (asked = null));
    try {
      absent = { rendered: await asked, until: Date.now() + absenceLives };
    } catch (error) {
      if (!absent) throw error;
    }
    return absent.rendered;
  }

  /** The page for what is not there, with the way to the dossier below which it was looked for. */
  async function absenceAt(url: string, mayRender = false): Promise<Rendered> {
    const page = await absence();
    const dossier = dossierAbove(url);
    return absenceNear(page, dossier && (await isDossier(dossier, mayRender)) ? dossier : null);
  }

  /** Whether readers can open a dossier. Addresses that are nothing of ours are not worth making its page for. */
  async function isDossier(slug: string, mayRender: boolean): Promise<boolean> {
    const path = `/${slug}`;
    if (press.ready(path)) return true;
    if (!mayRender) return false;
    const served = await press.serve({ is: "document", path, dossier: slug }).catch(() => null);
    return served !== null && "document" in served;
  }

  /** What goes out for an address without a page: the site's own page for that. */
  const withPage = async (rendered: Rendered, url: string) =>
    rendered.status === 404 && rendered.type === undefined ? absenceAt(url, true) : rendered;

  return {
    press,
    sendReady(request, response, arrival) {
      const document = press.ready(request.url ?? "/");
      if (!document) return false;
      sendDocument(request, response, arrival.protocol === "https", document);
      return true;
    },
    async answer(request, response, arrival) {
      const url = request.url ?? "/";
      const address = readAddress(url);
      if (address.is === "elsewhere") return sendElsewhere(request, response, arrival, address);
      if (address.is === "unknown") return sendRendered(request, response, arrival, await absenceAt(url));
      const served =
        address.is === "passing" ? { rendered: await pass(address) } : await press.serve(address);
      if ("document" in served)
        sendDocument(request, response, arrival.protocol === "https", served.document);
      else {
        const rendered = await withPage(served.rendered, url);
        await sendRendered(request, response, arrival, withQuery(rendered, address.path));
      }
    },
    async answerAbsent(request, response, arrival) {
      await sendRendered(request, response, arrival, await absenceAt(request.url ?? "/"));
    },
  };
}

/** A redirect that keeps the query: a page that sends on to where its dossier is now says only the path. */
function withQuery(rendered: Rendered, asked: string): Rendered {
  const { location } = rendered;
  const cut = asked.indexOf("?");
  if (!location || cut < 0 || /[?#]/.test(location)) return rendered;
  return { ...rendered, location: location + asked.slice(cut) };
}

/** The same page under its one spelling. Not kept by anyone: of such addresses there is no end. */
function sendElsewhere(
  request: IncomingMessage,
  response: ServerResponse,
  arrival: Arrival,
  { location, isForGood }: Extract<Address, { is: "elsewhere" }>,
): Promise<void> {
  const nothing = { type: undefined, disposition: undefined, caching: "no-store", body: Buffer.alloc(0) };
  return sendRendered(request, response, arrival, { ...nothing, status: isForGood ? 308 : 307, location });
}

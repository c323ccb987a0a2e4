/** What stands between readers and the document store: addresses read, documents sent, searches and absences bounded. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { turns } from "@/lib/turns";
import { absenceNear, dossierAbove } from "./absence-page";
import { type Address, readAddress } from "./address";
import type { RequestOrigin } from "./request-origin";
import type { NextConnection } from "@/server/next/next-connection";
import { notFound, type Rendered, renderPublic } from "@/server/next/pages";
import type { DocumentStore } from "@/server/documents/document-store";
import { sendDocument } from "./send-document";
import { sendRendered } from "./send";

export interface PublicPages {
  store: DocumentStore;
  /** Sends the document under exactly this address if it is at hand; false where more has to be done. */
  sendReady(request: IncomingMessage, response: ServerResponse, from: RequestOrigin): boolean;
  /** Answers any reader's address. Rejects where no page can be had. */
  answer(request: IncomingMessage, response: ServerResponse, from: RequestOrigin): Promise<void>;
  /** Answers that there is nothing here. */
  answerAbsent(request: IncomingMessage, response: ServerResponse, from: RequestOrigin): Promise<void>;
}

type Passing = Extract<Address, { is: "onDemand" }>;

const passing = { lives: 10_000, most: 200 };
const absenceLives = 60_000;

/** Public pages from a document store. `self` is how the site calls itself: pages are rendered under its own name alone. */
export function publicPages(store: DocumentStore, next: NextConnection, self: RequestOrigin): PublicPages {
  const answered = new Map<string, { rendered: Rendered; until: number; position: number }>();
  const rendering = new Map<string, Promise<Rendered>>();
  const inTurn = turns(2, 50);
  let absent: { rendered: Rendered; until: number } | undefined;
  let asked: Promise<Rendered> | null = null;

  /** A search or a narrowed list is answered by Next, few at a time, and its answer kept for some seconds. */
  async function pass({ path }: Passing): Promise<Rendered> {
    const kept = answered.get(path);
    if (kept && kept.until > Date.now() && store.changes.isFresh(null, kept.position)) return kept.rendered;
    // A render that began before a change is not joined: it may still show what was removed.
    const key = `${store.changes.position} ${path}`;
    const under = rendering.get(key);
    if (under) return under;
    const begun = make(path).finally(() => rendering.delete(key));
    rendering.set(key, begun);
    return begun;
  }

  async function make(path: string): Promise<Rendered> {
    const { position } = store.changes;
    const rendered = await inTurn(() => renderPublic(next, path, self));
    for (const old of answered.keys()) {
      if (answered.size < passing.most) break;
      answered.delete(old);
    }
    if (rendered.status === 200)
      answered.set(path, { rendered, until: Date.now() + passing.lives, position });
    return rendered;
  }

  /** The site's page for what is not there; an older one when Next has none now. */
  async function absence(): Promise<Rendered> {
    if (absent && absent.until > Date.now()) return absent.rendered;
    asked ??= notFound(next, self).finally(() => (asked = null));
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
    if (store.ready(path)) return true;
    if (!mayRender) return false;
    const served = await store.serve({ is: "document", path, dossier: slug }).catch(() => null);
    return served !== null && "document" in served;
  }

  /** What goes out for an address without a page: the site's own page for that. */
  const withPage = async (rendered: Rendered, url: string) =>
    rendered.status === 404 && rendered.type === undefined ? absenceAt(url, true) : rendered;

  return {
    store,
    sendReady(request, response, from) {
      const document = store.ready(request.url ?? "/");
      if (!document) return false;
      sendDocument(request, response, from.protocol === "https", document);
      return true;
    },
    async answer(request, response, from) {
      const url = request.url ?? "/";
      const address = readAddress(url);
      if (address.is === "redirect") return sendRedirect(request, response, from, address);
      if (address.is === "unknown") return sendRendered(request, response, from, await absenceAt(url));
      const served =
        address.is === "onDemand" ? { rendered: await pass(address) } : await store.serve(address);
      if ("document" in served) sendDocument(request, response, from.protocol === "https", served.document);
      else {
        const rendered = await withPage(served.rendered, url);
        await sendRendered(request, response, from, withQuery(rendered, address.path));
      }
    },
    async answerAbsent(request, response, from) {
      await sendRendered(request, response, from, await absenceAt(request.url ?? "/"));
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
function sendRedirect(
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  { location, isPermanent }: Extract<Address, { is: "redirect" }>,
): Promise<void> {
  const nothing = { type: undefined, disposition: undefined, caching: "no-store", body: Buffer.alloc(0) };
  return sendRendered(request, response, from, { ...nothing, status: isPermanent ? 308 : 307, location });
}

/** What readers' addresses are answered with: kept documents, searches and narrowed lists, absences. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { refusedReportHeader } from "@/lib/domain/reports";
import { FairQueue } from "@/lib/fair-queue";
import { networkOf } from "@/lib/network";
import { SharedWork } from "@/lib/shared-work";
import type { Shown } from "@/server/documents/changes";
import type { DocumentStore } from "@/server/documents/document-store";
import type { StoredDocument } from "@/server/documents/stored-document";
import type { NextConnection } from "@/server/next/next-connection";
import { NoPage, notFound, type Rendered, type RenderedPage, renderPublic } from "@/server/next/pages";
import { openFile } from "@/server/next/open-file";
import { absenceNear, dossierAbove } from "./absence-page";
import { type Address, readAddress } from "./address";
import { largeFiles } from "./large-files";
import { ClientGone } from "./request-bodies";
import type { RequestOrigin } from "./request-origin";
import { sendDocument } from "./send-document";
import { sendRedirect, sendRendered } from "./send";

export interface PublicPages {
  store: DocumentStore;
  /** The document under exactly this address if it can be sent at once. */
  ready(url: string): StoredDocument | undefined;
  /** Sends the document under exactly this address if it is at hand; false where more has to be done. */
  sendReady(request: IncomingMessage, response: ServerResponse, from: RequestOrigin): boolean;
  /** Answers any reader's address. Rejects where no page can be had, and with TooBusy. */
  answer(request: IncomingMessage, response: ServerResponse, from: RequestOrigin): Promise<void>;
  /** Answers a report that was not taken with its form, which says what is wrong; `refused` is for the form's page alone. */
  answerRefusedReport(
    request: IncomingMessage,
    response: ServerResponse,
    from: RequestOrigin,
    path: string,
    refused: string,
  ): Promise<void>;
  /** Answers that there is nothing here. */
  answerAbsent(request: IncomingMessage, response: ServerResponse, from: RequestOrigin): Promise<void>;
}

type OnDemand = Extract<Address, { is: "onDemand" }>;

/** Answers on demand that are kept: for how long, in milliseconds, and how many. */
const answersKept = { ttl: 10_000, max: 200 };
const absenceKeptFor = 60_000;
/** Of searches, and of narrowed lists: each kind has its own share, so that neither keeps the other waiting. */
const share = { atOnce: 2, waiting: 100, waitingPerClient: 25 };

/**
 * Readers' pages. `self` is how the site calls itself: pages are rendered under its own name alone. `sent` is told of each
 * document that was sent at once by way of the HTTP server, and to which peer.
 */
export function publicPages(
  store: DocumentStore,
  next: NextConnection,
  self: RequestOrigin,
  sent?: (document: StoredDocument, peer: string) => void,
): PublicPages {
  const onDemand = answersOnDemand(store, (path, gone) => renderPublic(next, path, self, gone));
  const sendLarge = largeFiles();
  const absence = absencePage(() => notFound(next, self));

  /** The page for what is not there, with the way to the dossier below which it was looked for. */
  async function absenceAt(url: string, renderFor?: string): Promise<Rendered> {
    const page = await absence();
    const dossier = dossierAbove(url);
    return absenceNear(page, dossier && (await isDossier(store, dossier, renderFor)) ? dossier : null);
  }

  return {
    store,
    ready: (url) => store.ready(url),
    sendReady(request, response, from) {
      const document = store.ready(request.url ?? "/");
      if (!document) return false;
      sendDocument(request, response, from.protocol === "https", document);
      sent?.(document, request.socket.remoteAddress ?? "");
      return true;
    },
    async answer(request, response, from) {
      const url = request.url ?? "/";
      const address = readAddress(url);
      if (address.is === "redirect") return sendRedirect(request, response, from, address);
      if (address.is === "unknown") return sendRendered(request, response, from, await absenceAt(url));
      const client = networkOf(from.client);
      const gone = goneSignal(response);
      const find = async () =>
        address.is === "onDemand"
          ? { rendered: await onDemand(address, client, gone) }
          : store.serve(address, client, gone);
      let served = await find();
      if ("rendered" in served && served.rendered.isLarge) {
        const open = () => openFile(next, address.path, self, gone);
        const secure = from.protocol === "https";
        if (await sendLarge(request, response, { open, client, secure, gone })) return;
        store.forgetLarge(address.path);
        served = await find();
      }
      if ("document" in served)
        return sendDocument(request, response, from.protocol === "https", served.document);
      const { rendered } = served;
      // Of a file that is there again the next request gets the bytes.
      if (rendered.isLarge) throw new NoPage(`${address.path} comes and goes`);
      const hasNoPage = rendered.status === 404 && rendered.type === undefined;
      const page = hasNoPage ? await absenceAt(url, client) : withQuery(rendered, address.path);
      await sendRendered(request, response, from, page);
    },
    async answerRefusedReport(request, response, from, path, refused) {
      const further = { [refusedReportHeader]: refused };
      const rendered = await renderPublic(next, path, self, goneSignal(response), further);
      const page = rendered.status === 200 ? { ...rendered, status: 422 } : await absenceAt(path);
      await sendRendered(request, response, from, { ...page, isOfTheMoment: true });
    },
    async answerAbsent(request, response, from) {
      await sendRendered(request, response, from, await absenceAt(request.url ?? "/"));
    },
  };
}

/**
 * Whether readers can open a dossier. Its page is made for that only in the turn of a client, `renderFor`: addresses
 * that are nothing of ours are not worth it.
 */
async function isDossier(store: DocumentStore, slug: string, renderFor?: string): Promise<boolean> {
  const path = `/${slug}`;
  if (store.ready(path)) return true;
  if (renderFor === undefined) return false;
  const served = await store.serve({ path }, renderFor).catch(() => null);
  return served !== null && "document" in served;
}

/**
 * Searches and narrowed lists, which are made when they are asked for, few at a time and in the turns of the clients
 * that ask; an answer is kept for some seconds.
 */
function answersOnDemand(
  store: DocumentStore,
  render: (path: string, gone: AbortSignal) => Promise<RenderedPage>,
) {
  const answered = new LRUCache<string, Shown & { rendered: Rendered }>(answersKept);
  const making: Record<OnDemand["what"], SharedWork<Rendered>> = {
    search: new SharedWork(new FairQueue(share)),
    "narrowed list": new SharedWork(new FairQueue(share)),
    "report form": new SharedWork(new FairQueue(share)),
  };

  async function make({ what, path }: OnDemand, abandoned: AbortSignal): Promise<Rendered> {
    const { position } = store.changes;
    const rendered = await render(path, abandoned);
    if (what === "report form") return { ...rendered, isOfTheMoment: true };
    if (rendered.status === 200) answered.set(path, { rendered, shows: rendered.shows, position });
    // What is there no longer is not answered from before either.
    else answered.delete(path);
    return rendered;
  }

  return async (asked: OnDemand, client: string, gone: AbortSignal): Promise<Rendered> => {
    const { what, path } = asked;
    const kept = answered.get(path);
    if (kept && store.changes.isFresh(kept)) return kept.rendered;
    // A render that began before a change is not joined: it may still show what was removed.
    return making[what].do(
      `${store.changes.position} ${path}`,
      client,
      (abandoned) => make(asked, abandoned),
      gone,
    );
  };
}

/** Aborted when a client goes before it has its answer. */
function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort(new ClientGone());
  });
  return gone.signal;
}

/** The site's page for what is not there, made once for all; an older one when Next has none now. */
function absencePage(render: () => Promise<Rendered>): () => Promise<Rendered> {
  const pages = new LRUCache<"absence", Rendered>({
    max: 1,
    ttl: absenceKeptFor,
    fetchMethod: render,
    // What came too late for its age is still better than nothing.
    allowStaleOnFetchRejection: true,
    noDeleteOnFetchRejection: true,
  });
  return () => pages.forceFetch("absence");
}

/** A redirect that keeps the query: a page that sends on to where its dossier is now says only the path. */
function withQuery(rendered: Rendered, asked: string): Rendered {
  const { location } = rendered;
  const cut = asked.indexOf("?");
  if (!location || cut < 0 || /[?#]/.test(location)) return rendered;
  return { ...rendered, location: location + asked.slice(cut) };
}

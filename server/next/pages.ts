import { isFilePath } from "@/lib/routes";
import type { RequestOrigin } from "@/server/http/request-origin";
import { finish } from "@/server/documents/finish-page";
import { saysGone, shownTags, type ShownTags, unknownTags } from "@/server/documents/shown-tags";
import type { NextConnection } from "./next-connection";
import { wholeOf } from "./next-connection";
import { askForTags, tagsOfAnswer } from "./noted-tags";
import { askWithin, keptFileBudget, OverBudget, pageBudget } from "./render-budget";
import { publicHeaders } from "./request-headers";

/** What a public address answers, finished; bodies that are not pages are left as they came. */
export interface Rendered {
  status: number;
  type: string | undefined;
  /** Where a redirect leads. */
  location: string | undefined;
  disposition: string | undefined;
  caching: string | undefined;
  body: Buffer;
  /** A file too large to be kept: it has no body here, and is asked for anew by `openFile`. */
  isLarge?: true;
  /** A page that is another at each time: no cache may keep it. */
  isOfTheMoment?: true;
}

/** What a page answers, and the tags of what it shows. */
export interface RenderedPage extends Rendered {
  shows: ShownTags;
}

/** Thrown when Next has no page to give: the reader gets a plain one of ours. */
export class NoPage extends Error {}

const isPage = (type: string | undefined) => /^text\/html\b/i.test(type ?? "");
const text = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

const absent: RenderedPage = {
  // Whatever is published may come to stand there.
  shows: unknownTags,
  status: 404,
  type: undefined,
  location: undefined,
  disposition: undefined,
  caching: "no-store",
  body: Buffer.alloc(0),
};

const large: RenderedPage = {
  // Nothing of it is kept.
  shows: shownTags(new Set()),
  status: 200,
  type: undefined,
  location: undefined,
  disposition: undefined,
  caching: undefined,
  body: Buffer.alloc(0),
  isLarge: true,
};

/**
 * Asks Next for what a public address answers, and finishes it. Where there is no page the answer is a 404 without
 * a body: what Next would send is filled in by scripts only, and readers get `notFound` in its place. Of a file that is
 * too large to be kept it says only that. Given up when `gone` is aborted; `further` are headers that the page reads besides.
 * @throws {NoPage | OverBudget}
 */
export async function renderPublic(
  next: NextConnection,
  path: string,
  from: RequestOrigin,
  gone?: AbortSignal,
  further: Readonly<Record<string, string>> = {},
): Promise<RenderedPage> {
  const headers = { ...publicHeaders(from), ...askForTags, ...further };
  const question = { method: "GET", path, headers };
  const isFile = isFilePath(path);
  const asked = await askWithin(next, question, gone, isFile ? keptFileBudget : pageBudget).catch(
    (error: unknown) => {
      if (isFile && error instanceof OverBudget && error.what === "bytes") return null;
      throw error;
    },
  );
  if (!asked) return large;
  const { answer, body } = asked;
  const status = answer.statusCode ?? 500;
  const type = answer.headers["content-type"];
  const location = text(answer.headers.location);
  if (status >= 500) throw new NoPage(`Next answered ${status}`);
  if (status === 404 && (isPage(type) || !type)) return absent;
  const shows = tagsOfAnswer(answer);
  return {
    shows,
    // A page of Next's can say no other status than that it is there or is not.
    status: status === 200 && isPage(type) && saysGone(shows) ? 410 : status,
    type: location ? undefined : type,
    location,
    disposition: text(answer.headers["content-disposition"]),
    caching: text(answer.headers["cache-control"]),
    // What Next sends with a redirect is for its own scripts.
    body: location
      ? Buffer.alloc(0)
      : isPage(type) && status === 200
        ? Buffer.from(finish(body.toString("utf8")))
        : body,
  };
}

/** The site's own page for what is not there: `notFound()` in a page sends a document that only scripts fill. */
export async function notFound(next: NextConnection, from: RequestOrigin): Promise<Rendered> {
  const answer = await next.ask({ method: "GET", path: "/_not-found", headers: publicHeaders(from) });
  const html = (await wholeOf(answer)).toString("utf8");
  if (!isPage(answer.headers["content-type"])) throw new NoPage("There is no page for what is not found");
  return {
    status: 404,
    type: "text/html; charset=utf-8",
    location: undefined,
    disposition: undefined,
    caching: "no-store",
    body: Buffer.from(finish(html)),
  };
}

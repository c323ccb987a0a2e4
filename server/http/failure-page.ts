import { commonHeaders, failurePolicy } from "./policy";

// These words are here and not in messages/: they must be sayable when nothing else works.
const sentences: Record<number, { title: string; text: string }> = {
  400: { title: "That request cannot be read", text: "The address or the request is malformed." },
  403: {
    title: "That request did not come from this site",
    text: "Nothing was changed. Go back to the page, reload it and try again.",
  },
  405: { title: "That cannot be done here", text: "This address can only be read." },
  404: { title: "Not found", text: "There is nothing at this address." },
  408: {
    title: "That request did not come to its end",
    text: "The connection may be slow or have broken off. Nothing was saved: go back, where what you wrote still stands, and send it again.",
  },
  413: { title: "That is too large", text: "One request can carry at most 1 MB. Nothing was saved." },
  414: { title: "That address is too long", text: "Addresses of this site have at most 2,048 characters." },
  421: { title: "Not a host of this site", text: "This server does not answer under that name." },
  500: {
    title: "Something went wrong",
    text: "The page could not be made. The fault has been noted; please try again later.",
  },
  503: {
    title: "The record is out of reach",
    text: "The database does not answer at the moment. Please try again in a minute; this page recovers by itself.",
  },
};

const style =
  "body{margin:12vh auto;max-width:34rem;padding:0 1.25rem;font:1.125rem/1.6 Charter,'Sitka Text',Cambria,serif;color:#1d1b17;background:#fbf9f4}h1{font-size:1.6rem;line-height:1.25}@media(prefers-color-scheme:dark){body{color:#e9e4d8;background:#171512}a{color:#9cc3e6}}";

export interface FailurePage {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Why there is no page now, where the database is not to blame. */
export type Unavailable = "busy" | "heavy" | "interrupted";

const unavailable: Record<Unavailable, { title: string; text: string }> = {
  busy: {
    title: "Too many ask at once",
    text: "The server is busy at the moment. Please try again in some seconds.",
  },
  interrupted: {
    title: "That was interrupted",
    text: "A part of the server has ended and is being started again. Please try again in some seconds.",
  },
  heavy: {
    title: "That page takes too long to make",
    text: "The fault has been noted; please try again later.",
  },
};
const ifSent =
  "Whether what you sent was saved is not known: go back, where it still stands, and send it again.";

/**
 * A plain page of our own for when no page of the site can be had; it holds no detail of the failure. `sent` says
 * that something was sent to be saved, `why` what a 503 comes of besides the database.
 */
export function failurePage(
  status: number,
  secure: boolean,
  { sent = false, why }: { sent?: boolean; why?: Unavailable | undefined } = {},
): FailurePage {
  const { title, text } = why ? unavailable[why] : (sentences[status] ?? sentences[500]!);
  const body = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
<main>
<h1>${title}</h1>
<p>${text}</p>${sent && status >= 500 ? `\n<p>${ifSent}</p>` : ""}
<p><a href="/">Go to the first page</a></p>
</main>
</html>
`;
  const headers: Record<string, string> = {
    ...commonHeaders(secure),
    ...failurePolicy(style),
    "content-type": "text/html; charset=utf-8",
  };
  if (status === 503) headers["retry-after"] = "10";
  return { status, headers, body };
}

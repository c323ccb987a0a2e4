import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import type { RequestOrigin } from "@/server/http/request-origin";

const hopByHop = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect)$/;
// What Next believes about itself when it hears it: only Next's own parts may say so.
const internal =
  /^(x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path|x-vercel-|x-real-ip|x-entente-|x-action-)/;
const forwarded = /^(forwarded$|x-forwarded-)/;

const originHeaders = (from: RequestOrigin): OutgoingHttpHeaders => ({
  host: from.host,
  "x-forwarded-host": from.host,
  "x-forwarded-proto": from.protocol,
  "x-forwarded-for": from.client,
});

/**
 * The headers with which the desk's requests go on to Next: those of the browser, less what only proxies and
 * Next itself may say; the host, protocol and address as we found them.
 */
export function deskHeaders(headers: IncomingHttpHeaders, from: RequestOrigin): OutgoingHttpHeaders {
  const kept = Object.entries(headers).filter(
    ([name]) =>
      !hopByHop.test(name) && !internal.test(name) && !forwarded.test(name) && name !== "accept-encoding",
  );
  return { ...Object.fromEntries(kept), ...originHeaders(from) };
}

/**
 * The headers with which a public page is asked for: nothing of the reader, so that no page can differ by
 * reader, and none of the headers that make Next answer with anything but the page.
 */
export function publicHeaders(from: RequestOrigin): OutgoingHttpHeaders {
  return { ...originHeaders(from), "x-forwarded-for": "127.0.0.1", accept: "*/*", "user-agent": "entente" };
}

import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import type { Arrival } from "@/server/http/hosts";

const hopByHop = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect)$/;
// What Next believes about itself when it hears it: only Next's own parts may say so.
const internal = /^(x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path|x-vercel-|x-real-ip|x-entente-)/;
const forwarded = /^(forwarded$|x-forwarded-)/;

const aboutArrival = (arrival: Arrival): OutgoingHttpHeaders => ({
  host: arrival.host,
  "x-forwarded-host": arrival.host,
  "x-forwarded-proto": arrival.protocol,
  "x-forwarded-for": arrival.client,
});

/**
 * The headers with which the desk's requests go on to Next: those of the browser, less what only proxies and
 * Next itself may say; the host, protocol and address as we found them.
 */
export function deskHeaders(headers: IncomingHttpHeaders, arrival: Arrival): OutgoingHttpHeaders {
  const kept = Object.entries(headers).filter(
    ([name]) =>
      !hopByHop.test(name) && !internal.test(name) && !forwarded.test(name) && name !== "accept-encoding",
  );
  return { ...Object.fromEntries(kept), ...aboutArrival(arrival) };
}

/**
 * The headers with which a public page is asked for: nothing of the reader, so that no page can differ by
 * reader, and none of the headers that make Next answer with anything but the page.
 */
export function publicHeaders(arrival: Arrival): OutgoingHttpHeaders {
  return { ...aboutArrival(arrival), "x-forwarded-for": "127.0.0.1", accept: "*/*", "user-agent": "entente" };
}

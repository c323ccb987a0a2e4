/** Where the lines of the server's log go besides standard output. */
import { z } from "zod";
import { loginOf, refuse } from "./env-refusal";

/** A system that takes lines of the log. */
export type LogDestination =
  | { by: "syslog"; over: "udp" | "tcp" | "tls"; host: string; port: number }
  /** A collector of OpenTelemetry; `headers` say who sends. */
  | { by: "otlp"; url: string; headers: Record<string, string> };

const schemes = /^(?:syslog(?:\+tcp|\+tls)?|otlp\+https?):\/\//;
const usualPort = { udp: 514, tcp: 601, tls: 6514 } as const;

/**
 * As `syslog://log.example.org:514` (UDP; `syslog+tcp` and `syslog+tls` for the others), or `otlp+https://USER:PASSWORD@otlp.example.org/v1/logs`.
 * User and password are written with %xx where they hold anything but letters and digits.
 */
export const logDestination = z.string().transform((text, context): LogDestination => {
  if (!schemes.test(text) || !URL.canParse(text))
    return refuse(
      context,
      "must begin with syslog://, syslog+tcp://, syslog+tls://, otlp+http:// or otlp+https://",
    );
  const url = new URL(text);
  const isBare = url.search === "" && url.hash === "" && url.hostname !== "";
  if (url.protocol.startsWith("otlp")) {
    if (!isBare)
      return refuse(context, "must be an address without a query, as otlp+https://otlp.example.org/v1/logs");
    const plain = new URL(text.slice("otlp+".length));
    const { user, password } = loginOf(plain, context);
    plain.username = plain.password = "";
    if (plain.pathname === "/") plain.pathname = "/v1/logs";
    const headers: Record<string, string> = user
      ? { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` }
      : {};
    return { by: "otlp", url: plain.href, headers };
  }
  if (!isBare || url.username !== "" || !/^\/?$/.test(url.pathname))
    return refuse(context, "must be a host and a port, as syslog+tls://log.example.org:6514");
  const over = url.protocol === "syslog:" ? "udp" : url.protocol === "syslog+tcp:" ? "tcp" : "tls";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { by: "syslog", over, host, port: url.port === "" ? usualPort[over] : Number(url.port) };
});

import { expect, it } from "vitest";
import { deskHeaders, publicHeaders } from "./request-headers";

const from = {
  host: "localhost:3000",
  protocol: "http",
  origin: "http://localhost:3000",
  client: "192.0.2.1",
} as const;

const sent = {
  host: "evil.example",
  cookie: "sid=1",
  connection: "keep-alive",
  forwarded: "host=evil.example",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-forwarded-port": "1",
  "x-middleware-subrequest": "middleware",
  "x-entente-secret": "guess",
  "x-action-forwarded": "1",
  "x-real-ip": "6.6.6.6",
  "accept-encoding": "br",
  "next-action": "abc",
  rsc: "1",
};

it("hands the desk what the browser says, and host, protocol and address as we found them", () => {
  expect(deskHeaders(sent, from)).toEqual({
    cookie: "sid=1",
    "next-action": "abc",
    rsc: "1",
    host: "localhost:3000",
    "x-forwarded-host": "localhost:3000",
    "x-forwarded-proto": "http",
    "x-forwarded-for": "192.0.2.1",
  });
});

it("asks for public pages without a word about the reader", () => {
  expect(Object.keys(publicHeaders(from)).sort()).toEqual([
    "accept",
    "host",
    "user-agent",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
  ]);
  expect(publicHeaders(from)["x-forwarded-for"]).toBe("127.0.0.1");
});

import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { isForged, namesOneHost, requestOriginOf, trusting } from "./request-origin";

const local = { url: undefined, port: 3000, trustProxy: [] };
const publicHosts = { url: "https://entente.example", port: 3000, trustProxy: ["10.0.0.1"] };

/** A request with these headers, from this peer. */
function head(headers: Record<string, string>, peer = "127.0.0.1"): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: peer });
  return Object.assign(new IncomingMessage(socket), { headers });
}

describe("without a public address", () => {
  it.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "LOCALHOST:3000"])("answers as %s", (host) => {
    expect(requestOriginOf(head({ host }), local)).toMatchObject({
      host: host.toLowerCase(),
      protocol: "http",
      origin: `http://${host.toLowerCase()}`,
    });
  });

  it.each([
    "",
    "evil.example",
    "localhost",
    "localhost:3001",
    "localhost:3000.evil.example",
    "a@localhost:3000",
  ])("does not answer as %j", (host) => {
    expect(requestOriginOf(head({ host }), local)).toBeNull();
  });

  it("does without the port where it is the usual one", () => {
    expect(requestOriginOf(head({ host: "localhost" }), { ...local, port: 80 })).not.toBeNull();
  });
});

describe("with a public address", () => {
  it("answers under that name alone, as https", () => {
    expect(requestOriginOf(head({ host: "entente.example" }), publicHosts)).toMatchObject({
      origin: "https://entente.example",
      protocol: "https",
    });
    expect(requestOriginOf(head({ host: "localhost:3000" }), publicHosts)).toBeNull();
  });
});

describe("forwarded headers", () => {
  const told = {
    host: "localhost:3000",
    "x-forwarded-host": "entente.example",
    "x-forwarded-for": "6.6.6.6",
  };

  it("are nothing from a stranger", () => {
    expect(requestOriginOf(head(told, "6.6.6.7"), local)).toMatchObject({
      host: "localhost:3000",
      client: "6.6.6.7",
    });
    expect(requestOriginOf(head(told, "6.6.6.7"), publicHosts)).toBeNull();
  });

  it("count from a trusted proxy", () => {
    expect(requestOriginOf(head(told, "::ffff:10.0.0.1"), publicHosts)).toMatchObject({
      host: "entente.example",
      client: "6.6.6.6",
    });
  });

  it("name as the client the last address that no trusted proxy has", () => {
    const chain = { ...told, "x-forwarded-for": "1.1.1.1, 6.6.6.6, 10.0.0.1" };
    expect(requestOriginOf(head(chain, "10.0.0.1"), publicHosts)?.client).toBe("6.6.6.6");
  });
});

describe("trusted proxies", () => {
  it.each([
    [["10.0.0.1"], "10.0.0.1", true],
    [["10.0.0.1"], "::ffff:10.0.0.1", true],
    [["10.0.0.1"], "10.0.0.2", false],
    [["10.0.0.0/8"], "10.9.8.7", true],
    [["10.0.0.0/8", "2001:db8::/32"], "2001:db8:1::1", true],
    [["10.0.0.0/8", "2001:db8::/32"], "2001:db9::1", false],
    [["loopback"], "127.0.0.1", true],
    [["10.0.0.1"], "not an address", false],
    [[], "127.0.0.1", false],
  ])("%j have %s among them: %s", (settings, address, is) => {
    const trusts = trusting(settings);
    expect([trusts(address), trusts(address)]).toEqual([is, is]);
  });

  it("cannot be what is no address and no range", () => {
    for (const setting of ["proxy.example", "10.0.0.0/99", "10.0.0.0/x"])
      expect(() => trusting([setting])).toThrow(TypeError);
  });

  it("are passed over in a chain, ranges too", () => {
    const chain = { host: "entente.example", "x-forwarded-for": "1.1.1.1, 2001:db8:0:7::1, 10.3.2.1" };
    const settings = { ...publicHosts, trustProxy: ["10.0.0.0/8"] };
    expect(requestOriginOf(head(chain, "10.0.0.1"), settings)?.client).toBe("2001:db8:0:7::1");
    expect(requestOriginOf(head(chain, "11.0.0.1"), settings)?.client).toBe("11.0.0.1");
  });
});

it("counts the hosts that a request names", () => {
  const request = (...rawHeaders: string[]) => Object.assign(head({}), { rawHeaders });
  expect(namesOneHost(request("Host", "a", "Accept", "host"))).toBe(true);
  expect(namesOneHost(request("Host", "a", "hOST", "a"))).toBe(false);
});

describe("a request that changes something", () => {
  const from = requestOriginOf(head({ host: "localhost:3000" }), local)!;
  const origin = "http://localhost:3000";

  it("passes from a page of ours", () => {
    expect(isForged("POST", { cookie: "a=b", origin }, from)).toBe(false);
  });

  it.each([undefined, "null", "http://evil.example", "http://127.0.0.1:3000", "https://localhost:3000"])(
    "is refused with a cookie and the origin %s",
    (other) => {
      expect(isForged("POST", { cookie: "a=b", origin: other }, from)).toBe(true);
    },
  );

  it("is refused from another's page even without a cookie, and taken from a program", () => {
    expect(isForged("POST", { origin: "http://evil.example" }, from)).toBe(true);
    expect(isForged("POST", {}, from)).toBe(false);
  });

  it("is every method but the safe ones", () => {
    expect(isForged("GET", { cookie: "a=b" }, from)).toBe(false);
    expect(isForged("DELETE", { cookie: "a=b" }, from)).toBe(true);
  });
});

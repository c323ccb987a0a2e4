import { describe, expect, it } from "vitest";
import { arrivalOf, isForged } from "./hosts";

const local = { url: undefined, port: 3000, trustProxy: [] };
const publicGate = { url: "https://entente.example", port: 3000, trustProxy: ["10.0.0.1"] };
const from = (headers: Record<string, string>, peer = "127.0.0.1") => ({ peer, headers });

describe("without a public address", () => {
  it.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "LOCALHOST:3000"])("answers as %s", (host) => {
    expect(arrivalOf(from({ host }), local)).toMatchObject({
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
    expect(arrivalOf(from({ host }), local)).toBeNull();
  });

  it("does without the port where it is the usual one", () => {
    expect(arrivalOf(from({ host: "localhost" }), { ...local, port: 80 })).not.toBeNull();
  });
});

describe("with a public address", () => {
  it("answers under that name alone, as https", () => {
    expect(arrivalOf(from({ host: "entente.example" }), publicGate)).toMatchObject({
      origin: "https://entente.example",
      protocol: "https",
    });
    expect(arrivalOf(from({ host: "localhost:3000" }), publicGate)).toBeNull();
  });
});

describe("forwarded headers", () => {
  const told = {
    host: "localhost:3000",
    "x-forwarded-host": "entente.example",
    "x-forwarded-for": "6.6.6.6",
  };

  it("are nothing from a stranger", () => {
    expect(arrivalOf(from(told, "6.6.6.7"), local)).toMatchObject({
      host: "localhost:3000",
      client: "6.6.6.7",
    });
    expect(arrivalOf(from(told, "6.6.6.7"), publicGate)).toBeNull();
  });

  it("count from a trusted proxy", () => {
    expect(arrivalOf(from(told, "::ffff:10.0.0.1"), publicGate)).toMatchObject({
      host: "entente.example",
      client: "6.6.6.6",
    });
  });

  it("name as the client the last address that no trusted proxy has", () => {
    const chain = { ...told, "x-forwarded-for": "1.1.1.1, 6.6.6.6, 10.0.0.1" };
    expect(arrivalOf(from(chain, "10.0.0.1"), publicGate)?.client).toBe("6.6.6.6");
  });
});

describe("a request that changes something", () => {
  const arrival = arrivalOf(from({ host: "localhost:3000" }), local)!;
  const origin = "http://localhost:3000";

  it("passes from a page of ours", () => {
    expect(isForged("POST", { cookie: "a=b", origin }, arrival)).toBe(false);
  });

  it.each([undefined, "null", "http://evil.example", "http://127.0.0.1:3000", "https://localhost:3000"])(
    "is refused with a cookie and the origin %s",
    (other) => {
      expect(isForged("POST", { cookie: "a=b", origin: other }, arrival)).toBe(true);
    },
  );

  it("is refused from another's page even without a cookie, and taken from a program", () => {
    expect(isForged("POST", { origin: "http://evil.example" }, arrival)).toBe(true);
    expect(isForged("POST", {}, arrival)).toBe(false);
  });

  it("is every method but the safe ones", () => {
    expect(isForged("GET", { cookie: "a=b" }, arrival)).toBe(false);
    expect(isForged("DELETE", { cookie: "a=b" }, arrival)).toBe(true);
  });
});

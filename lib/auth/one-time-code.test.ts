import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as environment from "@/lib/env";
import { appAddress, proposalFor, recoveryHash, stepOfCode } from "./one-time-code";

beforeEach(() => void vi.spyOn(environment, "required").mockReturnValue("a secret of thirty-two characters"));
afterEach(() => void vi.restoreAllMocks());

// RFC 6238, appendix B: the secret "12345678901234567890", of whose eight digits six are shown.
const secret = Secret.fromUTF8("12345678901234567890").base32;

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1234567890, "005924"],
  [2000000000, "279037"],
])("at %i seconds the code is %s", (seconds, code) => {
  expect(stepOfCode(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

test("a code holds for its half minute and the ones beside it, and says which it was", () => {
  const shown = 1_234_567_890;
  const at = (seconds: number) => stepOfCode(secret, " 005 924 ", new Date((shown + seconds) * 1000));
  expect([at(-30), at(0), at(30)]).toEqual([41152263, 41152263, 41152263]);
  expect([at(-60), at(60)]).toEqual([null, null]);
});

test.each(["", "12345", "1234567", "12345a", "１２３４５６", "9".repeat(10_000)])(
  "%j is no code",
  (typed) => {
    expect(stepOfCode(secret, typed)).toBeNull();
  },
);

test("an app is told the secret, by a name that says whose it is", () => {
  const made = proposalFor("a session").secret;
  const read = new URL(appAddress(made, "a@example.org"));
  expect(read.searchParams.get("secret")).toBe(made);
  expect(decodeURIComponent(read.pathname)).toContain("Entente:a@example.org");
  expect(stepOfCode(made, new TOTP({ secret: Secret.fromBase32(made) }).generate())).not.toBeNull();
});

test("a session is offered the same again, and another session something else", () => {
  const [one, again, other] = ["one", "one", "other"].map(proposalFor);
  expect(again).toEqual(one);
  expect(one!.secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(other!.secret).not.toBe(one!.secret);
  expect(other!.codes.filter((code) => one!.codes.includes(code))).toEqual([]);
});

test("recovery codes differ, are kept as hashes, and are read however they are written", () => {
  const { codes } = proposalFor("a session");
  expect(new Set(codes).size).toBe(10);
  const [code] = codes as [string];
  expect(code).toMatch(/^([a-km-np-z2-9]{4}-){5}[a-km-np-z2-9]{4}$/);
  const hash = recoveryHash("person", code);
  expect(recoveryHash("person", ` ${code.toUpperCase().replaceAll("-", " ")}`)).toBe(hash);
  expect(recoveryHash("another", code)).not.toBe(hash);
  expect(recoveryHash("person", "short")).toBeNull();
});

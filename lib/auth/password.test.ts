import type * as argon2Module from "@node-rs/argon2";
import { expect, test, vi } from "vitest";
import { newPassword } from "./new-password";
import { passwordFault } from "./password-rules";

const hashes = vi.hoisted(() => ({ underWay: 0, most: 0 }));

// The real one, counted.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof argon2Module>();
  const hash: typeof real.hash = async (...args) => {
    hashes.most = Math.max(hashes.most, ++hashes.underWay);
    return real.hash(...args).finally(() => (hashes.underWay -= 1));
  };
  return { ...real, hash, verify: vi.fn(real.verify) };
});

// Another file of this process may have loaded them before.
vi.resetModules();
const argon2 = await import("@node-rs/argon2");
const { hashPassword, passwordMatches } = await import("./password");

test("a password matches its own hash and no other does", async () => {
  const hashed = await hashPassword("correct horse battery");
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordMatches("correct horse battery", hashed)).toBe(true);
  expect(await passwordMatches("correct horse batterz", hashed)).toBe(false);
  expect(await passwordMatches("", hashed)).toBe(false);
});

test("letters typed in two pieces match those typed in one", async () => {
  const hashed = await hashPassword("Peña Nieto 2014".normalize("NFC"));
  expect(await passwordMatches("Peña Nieto 2014".normalize("NFD"), hashed)).toBe(true);
});

test("a longer password that begins like the right one does not match", async () => {
  const right = "x".repeat(200);
  expect(await passwordMatches(`${right}y`, await hashPassword(right))).toBe(false);
});

// Work, not time: how long a hash takes on a busy machine says nothing.
test("where there is no account, it says no after as much work", async () => {
  const hashed = await hashPassword("correct horse battery");
  await passwordMatches("make the hash that stands for no account", null);
  vi.mocked(argon2.verify).mockClear();
  expect(await passwordMatches("wrong horse battery", hashed)).toBe(false);
  expect(await passwordMatches("wrong horse battery", null)).toBe(false);
  const costs = vi
    .mocked(argon2.verify)
    .mock.calls.map(([against]) => String(against).split("$").slice(0, 4));
  expect(costs).toEqual([costs[0], costs[0]]);
  expect(costs[0]).toEqual(["", "argon2id", "v=19", "m=19456,t=2,p=1"]);
  expect(vi.mocked(argon2.verify).mock.calls.map(([, typed]) => typed)).toEqual(
    Array(2).fill("wrong horse battery"),
  );
});

test("made passwords keep the rules and differ", () => {
  const made = Array.from({ length: 50 }, newPassword);
  expect(new Set(made).size).toBe(50);
  for (const password of made) {
    expect(password).toMatch(/^([a-km-np-z2-9]{5}-){5}[a-km-np-z2-9]{5}$/);
    expect(passwordFault(password, "someone@example.org")).toBeNull();
  }
});

test("all copies of this module together make two hashes at once", async () => {
  vi.resetModules();
  const copy = await import("./password");
  expect(copy.hashPassword).not.toBe(hashPassword);
  hashes.most = 0;
  const made = Array.from({ length: 8 }, (_, number) =>
    (number % 2 ? copy.hashPassword : hashPassword)(`correct horse ${number}`, `client ${number}`),
  );
  await Promise.all(made);
  expect(hashes.most).toBe(2);
});

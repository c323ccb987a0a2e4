import { beforeEach, expect, test } from "vitest";
import { database } from "@/lib/database/client";
import { createUser, listUsers } from "./accounts";
import { operator } from "./actor";
import { liveSession } from "./sessions";
import { ensureSetupToken, setupState, useSetupToken } from "./setup";

const admin = { email: "first@example.org", name: "First", password: "a long enough password" };

beforeEach(async () => {
  await database().user.deleteMany();
  await database().setupToken.deleteMany();
});

async function token(): Promise<string> {
  const made = await ensureSetupToken();
  if (!made) throw new Error("there are accounts");
  return made;
}

test("the holder of the token makes the first admin and is signed in", async () => {
  const held = await token();
  expect(await setupState(held)).toBe("open");
  const outcome = await useSetupToken(held, admin);
  if (!outcome.ok) throw new Error(outcome.reason);
  expect((await liveSession(outcome.sid))?.user).toMatchObject({ email: admin.email, role: "admin" });
  expect(await setupState(held)).toBe("done");
  expect(await ensureSetupToken()).toBeNull();
});

test("of many who come at once, one makes the one admin", async () => {
  const held = await token();
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      useSetupToken(held, { ...admin, email: `first-${index}@example.org` }),
    ),
  );
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await listUsers(operator())).toHaveLength(1);
});

test("no token, a wrong one and an older one make no account", async () => {
  const older = await token();
  const newer = await token();
  for (const tried of ["", "x", older, `${newer}x`]) {
    expect(await setupState(tried)).toBe("wrongToken");
    expect(await useSetupToken(tried, admin)).toEqual({ ok: false, reason: "wrongToken" });
  }
  expect(await setupState(undefined)).toBe("wrongToken");
  expect(await listUsers(operator())).toEqual([]);
});

test("bad details leave the token good", async () => {
  const held = await token();
  expect(await useSetupToken(held, { ...admin, password: "short" })).toMatchObject({ reason: "invalid" });
  expect(await setupState(held)).toBe("open");
});

test("once the command line made an account, the token is worth nothing", async () => {
  const held = await token();
  await createUser(operator(), { email: "op@example.org", role: "viewer", password: admin.password });
  expect(await useSetupToken(held, admin)).toEqual({ ok: false, reason: "done" });
});

test("the database holds no token, only its hash", async () => {
  const held = await token();
  const kept = await database().setupToken.findUniqueOrThrow({ where: { id: 1 } });
  expect(JSON.stringify(kept)).not.toContain(held);
});

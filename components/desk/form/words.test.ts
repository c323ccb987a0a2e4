/** Every problem, state and action that the desk can name has words. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { blockedCodes } from "@/lib/domain/blocked";
import { kindKeys } from "@/lib/domain/kinds/registry";
import { entryStates, moveNames } from "@/lib/domain/lifecycle";
import deskWords from "@/messages/en.desk.json";
import { readWords } from "@/i18n/read-words";
import { words } from "./test-words";

/** The problem codes that the source of the domain and the desk names. */
function problemCodes(): string[] {
  const files = ["lib/domain", "lib/desk", "lib/database"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const sources = files.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const code = /(?:refuse\(\w+, |says: |otherwise: |problem: |code: )"([a-z]\w*(?:\.\w+){0,3})"/g;
  const found = sources.flatMap((name) =>
    [...readFileSync(name, "utf8").matchAll(code)].map(([, one]) => one ?? ""),
  );
  // Zod's own, and the codes of a refusal as a whole, which `desk.form.blocked` words.
  const others: string[] = ["custom", ...blockedCodes];
  return [...new Set(found)].filter((one) => !others.includes(one)).sort();
}

test("every problem has words", () => {
  const codes = problemCodes();
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !words.has(`problems.${code}`))).toEqual([]);
});

test("every reason for which the desk refuses has words", () => {
  for (const code of blockedCodes) expect(words.has(`desk.form.blocked.${code}`)).toBe(true);
  for (const reason of ["missing", "forbidden", "unavailable", "network", "failed"])
    expect(words.has(`desk.form.${reason}`)).toBe(true);
});

test("every state and every move of a record has words", () => {
  for (const state of entryStates) expect(words.has(`desk.states.${state}`), state).toBe(true);
  for (const action of ["create", ...moveNames])
    expect(words.has(`desk.actions.${action}`), action).toBe(true);
  for (const move of moveNames) expect(words.has(`desk.record.did.${move}`), move).toBe(true);
});

test("every kind is named, in the singular and the plural", () => {
  for (const kind of kindKeys) {
    expect(words.say(`kinds.${kind}.one`)).not.toBe("");
    expect(words.say(`kinds.${kind}.many`)).not.toBe("");
  }
});

test("words that the browser fills in hold no more than plain places", async () => {
  const { problems } = await readWords("en", { desk: true });
  const doubts = typeof problems === "object" ? problems.doubt : undefined;
  expect(doubts).toBeDefined();
  const plain = JSON.stringify([deskWords.desk.form, doubts]);
  expect(plain).not.toMatch(/\{\w+,/);
});

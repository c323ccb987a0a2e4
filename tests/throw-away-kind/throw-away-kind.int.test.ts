/**
 * Adds a kind to a copy of the project and uses it: shows how few places a kind touches, and that the one
 * definition then drives form, checks, list, citations, CSV and JSON.
 */
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyMigrations } from "@/lib/operations/migrations";
import { newMigration } from "@/lib/operations/migration-files";
import { required } from "@/lib/env";
import { inRepo } from "../../scripts/lib/paths.mjs";
import { typescript, untilEnd } from "../../scripts/lib/run.mjs";
import { rowId } from "../support/rows";
import { addPrize, places } from "./patch";

// Inside the repository, so that packages are found; where git and every tool look away.
const copy = inRepo(".data", "test", `throw-away-kind-${process.pid}`);
const parts = [
  "lib",
  "prisma",
  "messages",
  "components/desk/form",
  "components/desk/fields",
  "tests/support",
  "tests/throw-away-kind/try-prize.ts",
  "scripts/lib",
  "package.json",
];
const tsc = inRepo("node_modules", "typescript", "bin", "tsc");

const run = (...args: string[]) =>
  untilEnd(process.execPath, args, { cwd: copy, env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath } });
const generate = () =>
  run(inRepo("node_modules", "prisma", "build", "index.js"), "generate", "--schema", "prisma/schema.prisma");

beforeAll(async () => {
  await mkdir(copy, { recursive: true });
  for (const part of parts) await cp(inRepo(part), join(copy, part), { recursive: true });
  await symlink(inRepo("node_modules"), join(copy, "node_modules"));
  const settings = JSON.parse(await readFile(inRepo("tsconfig.json"), "utf8")) as { include: string[] };
  settings.include = ["lib/domain/**/*.ts", "lib/database/*.ts", "lib/published/*.ts", "lib/desk/**/*.ts"];
  await writeFile(join(copy, "tsconfig.json"), JSON.stringify({ ...settings, exclude: ["**/*.test.ts"] }));
  await addPrize(copy);
  await newMigration({ root: join(copy, "prisma") }, "prizes");
  expect(await generate()).toMatchObject({ code: 0 });
}, 60_000);

afterAll(() => rm(copy, { recursive: true, force: true }));

it("touches its definition, its model, two registries and the words, and nothing else", () => {
  expect(Object.keys(places)).toEqual([
    "lib/domain/kinds/prize.ts",
    "prisma/schema.prisma",
    "lib/domain/kinds/registry.ts",
    "lib/database/tables.ts",
    "messages/en.desk.json",
    "messages/en.json",
  ]);
});

it("is written, checked, listed, cited and exported from its definition", async () => {
  await applyMigrations({ root: join(copy, "prisma") }, required("directDatabaseUrl"));
  const tried = await run(...typescript, "tests/throw-away-kind/try-prize.ts");
  expect(tried, tried.output).toMatchObject({ code: 0 });
  const said = JSON.parse(tried.output) as Record<string, unknown> & { csv: string; json: string };
  expect(said.waiting).toEqual([]);
  expect(said.form).toEqual([
    "name: text (Name)",
    "givenBy: country (Given by)",
    "grade: choice (Grade)",
    "given: partialDate (Given on)",
    "work: reference (Work)",
    "agreements: references (Agreements)",
    "winners: rows (Winners)",
    "citations: rows (Sources)",
  ]);
  const winners = [{ person: "A winner" }, { person: "Another winner" }];
  expect(said.record).toMatchObject({ name: "=A made-up prize", grade: "first", given: "2014-09", winners });
  expect(said.opened).toMatchObject([
    { id: rowId(1), ...winners[0] },
    { id: rowId(2), ...winners[1] },
  ]);
  // By a reference, by one in a row, and by one of several: none may vanish while it is referred to.
  expect(said.held).toEqual(Array.from({ length: 3 }, () => ({ referrers: [true], refused: "blocked" })));
  expect(said).toMatchObject({ links: 4, gaps: "" });
  expect(said.listed).toEqual([true]);
  expect(said.citations).toBe(1);
  expect(said.csv).toContain("'=A made-up prize");
  expect(JSON.parse(said.json)).toMatchObject({
    kind: "prize",
    count: 1,
    records: [{ values: { winners } }],
  });
}, 60_000);

it("compiles with its model, and names the fields that a model and its table of rows lack", async () => {
  const whole = await run(tsc, "--noEmit", "-p", ".");
  expect(whole.output).toBe("");
  const schema = join(copy, "prisma/schema.prisma");
  await writeFile(schema, (await readFile(schema, "utf8")).replace(/^ {2}(grade|person) .*\n/gm, ""));
  expect(await generate()).toMatchObject({ code: 0 });
  const lacking = await run(tsc, "--noEmit", "-p", ".");
  expect(lacking.code).not.toBe(0);
  expect(lacking.output).toMatch(/tables\.ts.*grade, "winners\.person"/);
}, 120_000);

/**
 * Adds a kind to a copy of the project and uses it: shows how few places a kind touches, that all else follows from
 * them, and that none can be forgotten.
 */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { required } from "@/lib/env";
import { applyMigrations } from "@/lib/operations/migrations";
import { inRepo } from "../../scripts/lib/paths.mjs";
import { typescript } from "../../scripts/lib/run.mjs";
import { rowId } from "../support/rows";
import { ownServer } from "../faults/support/own-server";
import { type Copy, copyProject, packaged } from "./copy";
import { addPrize, places } from "./patch";
import { additions, addReferences } from "./patch-references";

// Bounds for what hangs: each of these runs a compiler or a build, some of them beside browsers on two cores.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let copy: Copy;
let lines: number;

beforeAll(async () => {
  copy = await copyProject();
  lines = await addPrize(copy.root);
  await addReferences(copy.root);
  await copy.generate();
});

afterAll(() => copy?.remove());

/** Every file that the kind and its references touch. */
const touched = [...new Set([...Object.keys(places), ...Object.keys(additions)])];
const touchedCode = touched.filter((path) => /\.tsx?$/.test(path));

const vitest = (...args: string[]) =>
  copy.run([packaged("vitest", "vitest.mjs"), ...args, "--run", "--project", "unit", "--reporter=dot"], {
    FORCE_COLOR: "0",
    NODE_ENV: "test",
  });

it("touches as many files, with as many lines by hand, as CONTRIBUTING says", async () => {
  const files = Object.keys(places).length;
  expect(lines).toBeLessThanOrEqual(150);
  expect(await readFile(inRepo("CONTRIBUTING.md"), "utf8")).toContain(`${files} files and ${lines} lines`);
});

it("compiles as a whole", async () => {
  expect(await copy.types()).toBe("");
});

// No rule looks into another file: all others are as the project's own check has them.
it("is linted wherever it touches the project", async () => {
  const eslint = packaged("eslint", "bin", "eslint.js");
  const linted = await copy.run([eslint, "--quiet", ...touchedCode]);
  expect(linted).toMatchObject({ code: 0, output: "" });
});

// All that import what it touches, however far away, and those that read words from their files.
it("passes the unit tests, those of the words among them", async () => {
  const ofWords = ["i18n/words.test.ts", "components/desk/form/words.test.ts"];
  const { code, output } = await vitest("related", ...touchedCode, ...ofWords);
  expect(code, output).toBe(0);
});

let dossier: string;

it("is written, checked, listed, cited and found from its definition", async () => {
  await applyMigrations({ root: join(copy.root, "prisma") }, required("directDatabaseUrl"));
  const tried = await copy.run([...typescript, "tests/throw-away-kind/try-prize.ts"]);
  expect(tried.code, tried.output).toBe(0);
  const said = JSON.parse(tried.output) as Record<string, unknown> & { dossier: string };
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
  expect(said.opened).toMatchObject([
    { id: rowId(1), person: "A winner" },
    { id: rowId(2), person: "Another winner" },
  ]);
  // By a reference, by one in a row, and by one of several: none may vanish while it is referred to.
  expect(said.held).toEqual(Array.from({ length: 3 }, () => ({ referrers: [true], refused: "blocked" })));
  expect(said).toMatchObject({ links: 4, gaps: "" });
  expect(said.listed).toEqual([true]);
  expect(said.found).toEqual(["prize: =A made-up prize"]);
  expect(said.citations).toBe(1);
  ({ dossier } = said);
});

it("has its list, its page, its places on overview, history and years, and its files", async () => {
  const built = await copy.run([packaged("next", "dist", "bin", "next"), "build"], {
    NODE_ENV: "production",
  });
  expect(built.code, built.output).toBe(0);
  const server = await ownServer({
    databaseUrl: required("databaseUrl"),
    data: join(copy.root, ".data"),
    home: copy.root,
  });
  await server.start();
  try {
    const textAt = async (path: string) => {
      const answer = await fetch(server.origin + path);
      expect(answer.status, path).toBe(200);
      return answer.text();
    };
    const page = `/${dossier}/prizes/a-made-up-prize`;
    const list = await textAt(`/${dossier}/prizes`);
    expect(list).toContain(`href="${page}"`);
    expect(list).toContain("Prizes that one country gives");
    const whole = await textAt(page);
    expect(whole).toContain("A winner, Another winner");
    expect(whole).toContain("September 2014");
    const overview = await textAt(`/${dossier}`);
    for (const part of ['id="part-prizes"', "All prizes", "Prizes of", `/${dossier}/prizes.csv`])
      expect(overview).toContain(part);
    // Among the years and among the latest of its kind: the overview's chronicle tells of events alone.
    expect(overview.split(`href="${page}"`).length - 1).toBe(2);
    // On the page of the history: in the years and in the chronicle.
    expect((await textAt(`/${dossier}/history`)).split(`href="${page}"`).length - 1).toBe(2);
    expect(await textAt(`/${dossier}/prizes.csv`)).toContain("'=A made-up prize");
    expect(JSON.parse(await textAt(`/${dossier}/prizes.json`))).toMatchObject({
      kind: "prize",
      count: 1,
      records: [{ values: { winners: [{ person: "A winner" }, { person: "Another winner" }] } }],
    });
    expect(await textAt(`/${dossier}/feed.atom`)).toContain("Prize added: =A made-up prize");
    expect(await textAt(`/${dossier}/sitemap.xml`)).toContain(page);
    expect(await textAt("/search?q=made-up+prize")).toContain(`href="${page}"`);
    expect(await textAt("/")).toContain("Prize");
  } finally {
    await server.end("SIGTERM");
  }
});

it("does not compile without its view", async () => {
  const file = join(copy.root, "components/public/views.ts");
  const whole = await readFile(file, "utf8");
  await writeFile(file, whole.replace("\n  prize,", ""));
  const wrong = await copy.types();
  await writeFile(file, whole);
  expect(wrong).toMatch(/views\.ts.*'prize' is missing/);
});

it("fails the test of the words without its words, and names what is missing", async () => {
  const file = join(copy.root, "messages/kinds/prize.en.json");
  const whole = JSON.parse(await readFile(file, "utf8")) as { desk: { fields: Record<string, unknown> } };
  const { given: _given, ...fields } = whole.desk.fields;
  // Of the rows only their own name is left: neither that of one row nor those of its fields.
  const lackingSome = { ...fields, winners: { label: "Winners" } };
  const desk = { ...whole.desk, fields: lackingSome };
  await writeFile(file, JSON.stringify({ ...whole, lane: undefined, desk }));
  const lacking = await vitest("run", "i18n/words.test.ts");
  expect(lacking.code).not.toBe(0);
  for (const key of ["given.label", "winners.one", "winners.of.person.label", "winners.of.proof.label"])
    expect(lacking.output).toContain(`kinds.prize.fields.${key}`);
  expect(lacking.output).toContain("lanes.of.prizes");
  await rm(file);
  const without = await vitest("run", "i18n/words.test.ts");
  expect(without.code).not.toBe(0);
  expect(without.output).toContain("prize.en.json");
});

it("does not compile without columns, and names the fields that a model and its table of rows lack", async () => {
  const schema = join(copy.root, "prisma/schema.prisma");
  const text = await readFile(schema, "utf8");
  const prizes = text.indexOf("model Prize ");
  const without = text.slice(prizes).replace(/^ {2}(grade|person) .*\n/gm, "");
  await writeFile(schema, text.slice(0, prizes) + without);
  await copy.generate();
  expect(await copy.types()).toMatch(/tables\.ts.*grade, "winners\.person"/);
});

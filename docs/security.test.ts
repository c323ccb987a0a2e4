/** What docs/security.md names is there, and no requirement of OWASP ASVS 5.0.0, levels 1 and 2, is left out. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const page = readFileSync("docs/security.md", "utf8");

/** How many requirements of levels 1 and 2 each section of the standard has: they come first in each, those of level 3 last. */
const sections: Record<string, number> = {
  ...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2 },
  ...{ "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1 },
  ...{ "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2 },
  ...{ "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4 },
  ...{ "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3 },
  ...{ "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4 },
  ...{ "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2 },
  ...{ "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1 },
  ...{ "9.1": 3, "9.2": 4 },
  ...{ "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3 },
  ...{ "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1 },
  ...{ "12.1": 3, "12.2": 2, "12.3": 4 },
  ...{ "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5 },
  ...{ "14.1": 2, "14.2": 4, "14.3": 3 },
  ...{ "15.1": 3, "15.2": 3, "15.3": 7 },
  ...{ "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3 },
  ...{ "17.1": 1, "17.2": 4, "17.3": 2 },
};

const rows = page
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, no = "", requirement = "", state = "", where = "", shownBy = ""]) => ({
    ...{ no, requirement, state, where, shownBy },
  }));

/** Of "1.2.6 to 1.2.8, 1.3.1" each number. */
function numbersOf(no: string): string[] {
  return no.split(",").flatMap((part) => {
    const [first = "", last = first] = part.trim().split(" to ");
    const section = first.slice(0, first.lastIndexOf(".") + 1);
    const [from, to] = [first, last].map((one) => Number(one.slice(one.lastIndexOf(".") + 1)));
    return Array.from({ length: to! - from! + 1 }, (_, index) => `${section}${from! + index}`);
  });
}

it("says of each requirement of levels 1 and 2 once how it stands", () => {
  const told = rows.flatMap(({ no }) => numbersOf(no));
  const asked = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );
  expect(asked).toHaveLength(253);
  expect(told.toSorted()).toEqual([...new Set(told)].toSorted());
  expect(asked.filter((one) => !told.includes(one))).toEqual([]);
  const ofLevel3 = rows.filter(({ requirement }) => requirement.startsWith("(level 3)"));
  expect(ofLevel3.flatMap(({ no }) => numbersOf(no)).toSorted()).toEqual(
    told.filter((one) => !asked.includes(one)).toSorted(),
  );
  expect(
    rows.filter(({ state }) => !/^(met|not|in part|by setting|left to|does not apply)\b/.test(state)),
  ).toEqual([]);
});

const outside = /^(?:node_modules|public|test-results|playwright-report|\..*)$/;
const files = readdirSync(".", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !outside.test(entry.name))
  .flatMap(({ name }) => readdirSync(name, { recursive: true }).map((path) => `${name}/${String(path)}`))
  .concat(readdirSync("."));
const scripts = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> })
  .scripts;
const settings = readFileSync("lib/env.ts", "utf8") + readFileSync("lib/env-sign-on.ts", "utf8");
const models = readFileSync("prisma/schema.prisma", "utf8");

/** Why a name in backticks leads nowhere; null where it leads to one thing. */
function lostName(name: string): string | null {
  const script = /^npm (?:run )?([\w:]+)/.exec(name)?.[1] ?? (name === "e2e:deployed" ? name : null);
  if (script !== null) return script in scripts ? null : `no such script: ${name}`;
  if (/^[A-Z][A-Z_]+$/.test(name)) return settings.includes(`${name}:`) ? null : `no such setting: ${name}`;
  if (/^[A-Z]\w+$/.test(name)) return models.includes(`model ${name} {`) ? null : `no such table: ${name}`;
  if (existsSync(name)) return null;
  const found = files.filter((file) => file.endsWith(`/${name}`));
  return found.length === 1 ? null : `${name}: ${found.join(", ") || "no such file"}`;
}

const namesIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

it("names files, tests, scripts, settings and decisions that are there, each so that it can be no other", () => {
  const inRows = rows.flatMap(({ where, shownBy }) => namesIn(where + shownBy));
  const elsewhere = namesIn(page).filter((name) => /\.(?:tsx?|mjs|js|md|conf|yaml|json)$/.test(name));
  expect([...new Set([...inRows, ...elsewhere])].map(lostName).filter(Boolean)).toEqual([]);
  const decisions = [...page.matchAll(/decisions? (\d[\d, and]*)/g)].flatMap(
    ([, all = ""]) => all.match(/\d+/g) ?? [],
  );
  const known = readdirSync("docs/decisions").map((file) => Number(file.slice(0, 4)));
  expect(decisions.filter((one) => !known.includes(Number(one)))).toEqual([]);
});

it("says of what is met where it is, and by what it is shown", () => {
  expect(
    rows
      .filter(({ state, where, shownBy }) => /^met/.test(state) && where + shownBy === "")
      .map(({ no }) => no),
  ).toEqual([]);
});

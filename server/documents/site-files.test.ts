import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { timeTagOf } from "@/server/http/encode";
import { SiteFiles } from "./site-files";
import type { StoredDocument } from "./stored-document";

let root: string;
const opened: SiteFiles[] = [];

beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), "entente-site-"))));
afterEach(async () => {
  for (const one of opened.splice(0)) one.close();
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
});

function open(build = "one"): SiteFiles {
  const files = new SiteFiles(root, build);
  opened.push(files);
  return files;
}

const page = (path: string, text = path, more: Partial<StoredDocument> = {}): StoredDocument => {
  const plain = Buffer.from(text);
  const about = { type: "text/html; charset=utf-8", disposition: undefined, tag: timeTagOf(plain) };
  const bodies = { gzip: gzipSync(plain), br: Buffer.alloc(1) };
  const when = { position: 1, checked: 1, madeAt: 0, build: "one", database: "" };
  return { path, ...about, bodies, length: plain.length, shows: new Uint32Array(), ...when, ...more };
};

/** What is served now, as paths below the folder that the link names. */
const served = async () => {
  const entries = await readdir(join(root, "current"), { recursive: true, withFileTypes: true });
  return entries
    .filter((one) => one.isFile())
    .map((one) => one.name)
    .sort();
};
const current = (name: string) => join(root, "current", name);

it("keeps pages by their addresses, each with a time made of what it holds, and removes them", async () => {
  const files = open();
  const small = Buffer.from("small");
  await files.keep(page("/"));
  await files.keep(page("/a-b/agreements?by=status", "grouped"));
  await files.keep(page("/a-b", "small", { bodies: { identity: small } }));
  expect(await served()).toEqual([
    ".html",
    ".html.gz",
    "a-b.html",
    "agreements?by=status.html",
    "agreements?by=status.html.gz",
  ]);
  expect(await readFile(current("a-b/agreements?by=status.html"), "utf8")).toBe("grouped");
  for (const name of [".html", ".html.gz"])
    expect((await stat(current(name))).mtimeMs).toBe(Number.parseInt(page("/").tag, 16) * 1000);
  await files.keep(page("/", "newer"));
  expect(gunzipSync(await readFile(current(".html.gz"))).toString()).toBe("newer");
  await files.remove(["/", "/a-b", "/never-kept"]);
  expect(await served()).toEqual(["agreements?by=status.html", "agreements?by=status.html.gz"]);
});

it.each([
  "/../outside",
  "/a/../../outside",
  "//outside",
  "/A",
  "/a.csv",
  "/a%2f..",
  "/a\0",
  "a",
  "/a?b=/../c",
  "/a/",
])("has no file for an address that is none of a page's: %j", async (path) => {
  const files = open();
  await files.keep(page(path));
  await files.remove([path]);
  expect(await served()).toEqual([]);
  expect((await readdir(root)).sort()).toEqual(["build-one", "current"]);
});

it("has no file for what is no page", async () => {
  const files = open();
  await files.keep(page("/a", "x", { type: "application/json" }));
  await files.keep(page("/a", "x", { disposition: "attachment" }));
  await files.remove([]);
  expect(await served()).toEqual([]);
});

it("removes a page that is being written", async () => {
  const files = open();
  const writing = files.keep(page("/a", "x".repeat(100_000)));
  await Promise.all([writing, files.remove(["/a"])]);
  expect(await served()).toEqual([]);
});

it("begins with none: neither an earlier run's, nor another build's, nor half a start's", async () => {
  await open().keep(page("/a"));
  await open("two").keep(page("/b"));
  expect(await served()).toEqual(["b.html", "b.html.gz"]);
  await symlink("nowhere", join(root, "link-half"));
  await writeFile(join(root, "gone-half"), "");
  const files = open("two");
  await files.remove(["/"]);
  expect(await served()).toEqual([]);
  await expect.poll(() => readdir(root)).toEqual(["build-two", "current"]);
});

/** Where files are kept: a folder, and a bucket of a real server that speaks S3's protocol. */
import { createHash } from "node:crypto";
import { createServer } from "node:net";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import S3rver from "@20minutes/s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileStore } from "./file-store";
import { folderStore } from "./folder-store";
import { s3Store, StoreFault } from "./s3-store";

const bytes = Buffer.from("Each Party shall keep its word.\n".repeat(10_000));
const id = `${createHash("sha256").update(bytes).digest("hex")}.txt`;
let here: string;
let server: S3rver;
let address: string;

beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), "entente-stores-"));
  const port = await freePort();
  server = new S3rver({
    ...{ port, address: "127.0.0.1", silent: true, directory: join(here, "s3") },
    configureBuckets: [{ name: "entente", configs: [] }],
  });
  await server.run();
  address = `http://127.0.0.1:${port}/entente/files`;
});

afterAll(async () => {
  await server.close();
  await rm(here, { recursive: true, force: true });
});

const bucket = (secret = "S3RVER") => s3Store({ address, region: "us-east-1", keyId: "S3RVER", secret });

describe.each<[string, () => FileStore]>([
  ["a folder", () => folderStore(join(here, "folder"))],
  ["a bucket", bucket],
])("%s", (_, storeOf) => {
  it("keeps what it is given, once, and gives all of it or a span", async () => {
    const store = storeOf();
    expect(await store.read(id)).toBeNull();
    for (const name of ["one", "again"]) {
      const path = join(here, name);
      await writeFile(path, bytes);
      await store.keep(id, path);
    }
    expect(await buffer((await store.read(id))!)).toEqual(bytes);
    expect((await buffer((await store.read(id, { start: 5, end: 9 }))!)).toString()).toBe("Party");
  });

  it("takes no name but a file's", async () => {
    await expect(storeOf().read("../../etc/passwd")).rejects.toThrow("names no file");
  });
});

it("says so where the bucket does not know its key", async () => {
  await expect(bucket("another secret").read(id)).rejects.toThrow(StoreFault);
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject).listen(0, "127.0.0.1", () => {
      const at = probe.address();
      probe.close(() => (at && typeof at === "object" ? resolve(at.port) : reject(new Error("no port"))));
    });
  });
}

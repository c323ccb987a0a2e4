import { readdir, readlink } from "node:fs/promises";
import { expect, it } from "vitest";
import { FileBody } from "./file-body";

const text = "A line of a table\n".repeat(100_000);

/** How many files without a name this process has open. */
async function unnamed(): Promise<number> {
  const links = (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ""));
  return (await Promise.all(links)).filter((link) => link.includes("entente-") && link.endsWith("(deleted)"))
    .length;
}

it("is what was written, from memory and from disk", async () => {
  for (const written of ["short", text]) {
    const body = new FileBody();
    await body.write(written);
    expect(await new Response(await body.read(new AbortController().signal)).text()).toBe(written);
  }
});

it.runIf(process.platform === "linux")("leaves no file open behind who goes before it is read", async () => {
  const gone = new AbortController();
  const body = new FileBody();
  await body.write(text);
  const answer = new Response(await body.read(gone.signal));
  expect(await unnamed()).toBe(1);
  gone.abort();
  await expect(answer.text()).rejects.toThrow();
  expect(await unnamed()).toBe(0);
});

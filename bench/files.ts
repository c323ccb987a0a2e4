/** The largest files, four coming and four going at once: how much memory that takes besides what the server has anyway. */
import { once } from "node:events";
import { get, type IncomingMessage, request } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { database } from "@/lib/database/client";
import { operator } from "@/lib/auth/actor";
import { createAndPublish } from "@/lib/desk/publish/create-published";
import { maxFileSize } from "@/lib/domain/files";
import { atMost, type Figure } from "./figures";
import type { Bench } from "./main";
import { signIn } from "./sign-in";

const atOnce = 4;
const megabyte = 1024 * 1024;
/** A text as large as any file may be, but for its first line. */
const lines = Math.floor(maxFileSize / megabyte) - 1;
/** In megabytes: what is on its way and what the collector of garbage has not looked at; whole files would be 200 and more. */
const most = 150;
/** Milliseconds for which a reader who reads slowly waits after each megabyte. */
const pause = 20;

export async function files({ url }: Bench): Promise<Figure[]> {
  const cookie = await signIn(url, "editor");
  // What the server loads with its first file is none of theirs.
  const [small] = [await upload(url, cookie, "first", 1)];
  await download(`${url}/admin/files/${small}`, cookie);
  const ids: string[] = [];
  const coming = await grownBy(url, async () => {
    const names = Array.from({ length: atOnce }, (_, at) => `upload ${at}`);
    ids.push(...(await Promise.all(names.map((name) => upload(url, cookie, name, lines)))));
  });
  const desk = await grownBy(url, () =>
    Promise.all(ids.map((id) => download(`${url}/admin/files/${id}`, cookie))),
  );
  await publishWith(ids);
  const readers = await grownBy(url, () =>
    Promise.all(ids.map((id) => download(`${url}/files/${id.split(".")[0]}/a-text.txt`, ""))),
  );
  return [
    atMost("four uploads of 50 MB: more memory", coming, "MB", most),
    atMost("four downloads of 50 MB at the desk: more memory", desk, "MB", most),
    atMost("four downloads of 50 MB by readers: more memory", readers, "MB", most),
  ];
}

/** Uploads a text of so many megabytes that no other upload is equal to, and returns its id. */
async function upload(url: string, cookie: string, name: string, megabytes: number): Promise<string> {
  const boundary = "between-parts-of-a-form";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n`;
  const sent = request(`${url}/admin/files`, {
    method: "POST",
    headers: {
      cookie,
      origin: url,
      accept: "application/json",
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
  });
  const answered = once(sent, "response") as Promise<[IncomingMessage]>;
  await pipeline(
    Readable.from(
      (function* () {
        yield Buffer.from(`${head}${name}\n`);
        const line = Buffer.from(
          `${"The Parties shall keep their word. ".repeat(30_000).slice(0, megabyte - 1)}\n`,
        );
        for (let at = 0; at < megabytes; at += 1) yield line;
        yield Buffer.from(`\r\n--${boundary}--\r\n`);
      })(),
    ),
    sent,
  );
  const [answer] = await answered;
  let text = "";
  for await (const piece of answer.setEncoding("utf8")) text += String(piece);
  if (answer.statusCode !== 200) throw new Error(`an upload was answered ${answer.statusCode}: ${text}`);
  return (JSON.parse(text) as { id: string }).id;
}

/** Reads a file to its end, slowly. */
async function download(address: string, cookie: string): Promise<void> {
  const asked = get(address, { headers: { cookie } });
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  let [length, next] = [0, megabyte];
  for await (const piece of answer) {
    length += (piece as Buffer).length;
    if (length < next) continue;
    next += megabyte;
    await wait(pause);
  }
  if (answer.statusCode !== 200 || length < megabyte)
    throw new Error(`${address} was answered ${answer.statusCode} with ${length} bytes`);
}

/** By how many megabytes the memory of all of the server's processes grows at most while some work is done. */
async function grownBy(url: string, work: () => Promise<unknown>): Promise<number> {
  const before = await memoryOf(url);
  let [most, isOver] = [before, false];
  const watching = (async () => {
    while (!isOver) {
      most = Math.max(most, await memoryOf(url));
      await wait(50);
    }
  })();
  await work().finally(() => (isOver = true));
  await watching;
  return (most - before) / megabyte;
}

async function memoryOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const found = [...text.matchAll(/^(?:process_resident|entente_next)_memory_bytes(?:\{[^}]*\})? (\d+)$/gm)];
  if (found.length !== 3) throw new Error(`/metrics tells of ${found.length} processes`);
  return found.reduce((sum, [, bytes]) => sum + Number(bytes), 0);
}

/** Publishes an agreement that has these files, so that readers may have them. */
async function publishWith(ids: readonly string[]): Promise<void> {
  const { id: dossierId, asDossier } = await database().record.findFirstOrThrow({
    where: { kind: "dossier" },
    include: { asDossier: true },
  });
  const source = await database().record.findFirstOrThrow({ where: { kind: "source" } });
  const { outcome } = await createAndPublish(
    operator(),
    { kind: "agreement", dossierId },
    {
      title: "An agreement with files",
      type: "treaty",
      subject: "political-consultation",
      signedOn: "2014-03-05",
      inForce: "unknown",
      signatories: [{ party: asDossier!.countryA, body: "A ministry" }],
      files: ids.map((file, at) => ({ role: "authentic-text", file, title: `Text ${at + 1}` })),
      citations: [{ source: source.id, supports: [] }],
    },
    { confirmed: "all" },
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}

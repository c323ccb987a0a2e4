/** A page from an instance's disk by the nginx of deploy/, against the same bytes as a file of nginx's own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { hasNginx, ownNginx } from "../tests/faults/support/own-nginx";
import { ownServer } from "../tests/faults/support/own-server";
import { until } from "../tests/support/until";
import { atLeast, type Figure, median } from "./figures";
import { generator, load } from "./load";
import type { Bench } from "./main";
import { nginx } from "./rivals";

const path = "/kazakhstan-mexico";
const [rounds, seconds] = [5, 3];

export async function deployed({ databaseUrl }: Bench): Promise<Figure[]> {
  if (!hasNginx()) return [{ what: "not measured", value: "nginx is not installed" }];
  const data = await mkdtemp(join(tmpdir(), "entente-bench-"));
  const place = await ownNginx();
  const env = { ENTENTE_URL: place.origin, TRUST_PROXY: "127.0.0.1" };
  const server = await ownServer({ databaseUrl, data, env });
  await server.start();
  const before = await place.start([server.port], data);
  const ask = () => fetch(before.origin + path);
  // What an instance was asked for bears the mark of nginx's cache.
  await until("the page is on disk", async () => (await ask()).headers.get("x-cache") === null);
  const body = Buffer.from(await (await ask()).arrayBuffer());
  const own = await nginx(body);
  try {
    const least = gzipSync(body).length;
    const urls = [before.origin + path, own.url] as const;
    for (const url of urls) await load(url, 2, least);
    const [page, file]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      page.push((await load(urls[0], seconds, least)).perSecond);
      file.push((await load(urls[1], seconds, least)).perSecond);
    }
    const ratio = median(page.map((perSecond, round) => perSecond / file[round]!));
    return [
      { what: "measured with", value: await generator() },
      { what: "page from disk by nginx, requests a second", value: String(Math.round(median(page))) },
      { what: "a static file by nginx, requests a second", value: String(Math.round(median(file))) },
      atLeast("page against static file", ratio, 0.9),
    ];
  } finally {
    await own.stop();
    await before.stop();
    await server.end("SIGTERM");
    await rm(data, { recursive: true, force: true });
  }
}

/** Whether kept documents are what a fresh render of the same address gives. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { database } from "@/lib/database/client";
import type { OwnServer } from "../../support/own-server";
import { until } from "../../../support/until";

/**
 * Reads all paths from the server as it is, from one that has just started with the documents on disk, and from one that
 * has none and makes them all anew. A sentence for each address at which they differ; how many there were, and how many
 * of them were renders of the first two, as they had no document.
 */
export async function documentFaults(
  server: OwnServer,
  data: string,
  paths: readonly string[],
): Promise<{ faults: string[]; compared: number; rendered: number }> {
  await until("all that was published is taken in", () => isSettled(server), { within: 180_000, every: 500 });
  const before = await server.measure("entente_renders_total");
  const inMemory = await readAll(server, paths);
  const rendered = (await server.measure("entente_renders_total")) - before;
  await restart(server);
  const onDisk = await readAll(server, paths);
  const renderedAgain = await server.measure("entente_renders_total");
  await restart(server, () => rmSync(join(data, "press"), { recursive: true, force: true }));
  const fresh = await readAll(server, paths);
  const faults = Object.entries({ "in memory": inMemory, "on disk": onDisk }).flatMap(([where, texts]) =>
    paths
      .filter((path) => texts.get(path) !== fresh.get(path))
      .map((path) => differ(path, where, texts, fresh)),
  );
  return { faults, compared: 2 * paths.length, rendered: rendered + renderedAgain };
}

async function restart(server: OwnServer, between: () => void = () => undefined): Promise<void> {
  await server.end("SIGTERM");
  between();
  await server.start();
}

/** The outbox is read to its end, and what that made stale is rendered. */
async function isSettled(server: OwnServer): Promise<boolean> {
  const { _max } = await database().outbox.aggregate({ _max: { id: true } });
  if ((await server.measure("entente_outbox_position")) < Number(_max.id)) return false;
  const renders = await server.measure("entente_renders_total");
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return (await server.measure("entente_renders_total")) === renders;
}

async function readAll({ origin }: OwnServer, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const answer = await fetch(origin + path);
    texts.set(path, `${answer.status} ${await answer.text()}`);
  }
  return texts;
}

function differ(path: string, where: string, texts: Map<string, string>, fresh: Map<string, string>): string {
  const [kept = "", made = ""] = [texts.get(path), fresh.get(path)];
  const at = [...kept].findIndex((letter, index) => letter !== made[index]);
  const piece = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  return `${path} ${where} is ${piece(kept)}, made anew it is ${piece(made)}`;
}

/**
 * A release behind nginx: a version that fails its check changes nothing, the next one takes over, and readers notice
 * neither.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { people } from "../../../e2e/support/people";
import { inRepo, root } from "../../../scripts/lib/paths.mjs";
import { freePort } from "../../../scripts/lib/postgres.mjs";
import { typescript, untilEnd } from "../../../scripts/lib/run.mjs";
import { hasNginx, ownNginx } from "../support/own-nginx";
import { ownEnv } from "../support/own-server";
import { knownPages, readAll } from "../support/pages";
import { startReaders } from "../support/readers";
import { until } from "../../support/until";
import type { Part } from "./main";

export const release: Part = async (rig): Promise<Record<string, string | number>> => {
  if (!hasNginx()) return { skipped: "nginx is not installed" };
  const place = await ownNginx();
  const env = { ENTENTE_URL: place.origin, TRUST_PROXY: "127.0.0.1" };
  // As in deploy/: all instances share their documents and static files.
  const old = [await rig.serve({ env }), await rig.serve({ env })];
  const oldPorts = old.map(({ port }) => port);
  const nginx = await place.start(oldPorts, rig.data);
  const [next, folder] = [[await freePort(), await freePort()], rig.folder()];
  const pidOf = (port: number) => join(folder, `${port}.pid`);

  /** What systemd would do: starts an instance that outlives its starter. */
  const starter = (name: string, more: Record<string, string>) => {
    const file = join(folder, name);
    const settings = ownEnv({ databaseUrl: rig.postgres.url, data: folder, env: { ...env, ...more } }, 0);
    const words = Object.entries(settings).map(([key, value]) => `${key}='${value}'`);
    writeFileSync(
      file,
      `cd '${root}'; export ${words.join(" ")}; export PORT=$1 ENTENTE_DATA='${rig.data}'
       nohup '${process.execPath}' ${typescript.join(" ")} server.ts > '${folder}'/$1.log 2>&1 & echo $! > '${folder}'/$1.pid`,
    );
    return `sh ${file} {port}`;
  };
  const stopper = join(folder, "stop.sh");
  writeFileSync(
    stopper,
    `if [ -f '${folder}'/$1.pid ]; then kill $(cat '${folder}'/$1.pid); else kill ${"$"}(cat '${folder}'/old.$1); fi`,
  );
  const run = (start: string) =>
    untilEnd(
      process.execPath,
      [
        inRepo("scripts/release.mjs"),
        ...["--url", nginx.origin, "--ports", oldPorts.join(","), "--other", next.join(",")],
        ...["--upstream", nginx.upstream, "--homes", join(folder, "ports"), "--reload", nginx.reload],
        ...["--start", start, "--stop", `sh ${stopper} {port}`],
      ],
      {
        env: {
          ...ownEnv({ databaseUrl: rig.postgres.url, data: folder, env }, 3000),
          E2E_EMAIL: people.editor.email,
          E2E_PASSWORD: people.editor.password,
        },
      },
    );

  await readAll(nginx.origin);
  for (const server of old) writeFileSync(join(folder, `old.${server.port}`), String(server.pid()));
  const readers = startReaders(nginx.origin, knownPages, { atOnce: 2 });
  try {
    const before = readFileSync(nginx.upstream, "utf8");
    const broken = await run(starter("broken.sh", { ENTENTE_URL: "https://elsewhere.example" }));
    if (broken.code !== 1 || readFileSync(nginx.upstream, "utf8") !== before)
      throw new Error(`a broken version was released:\n${broken.output}`);
    const began = performance.now();
    const right = await run(starter("right.sh", {}));
    if (right.code !== 0) throw new Error(`the release failed:\n${right.output}`);
    const took = performance.now() - began;
    await until("the old version is stopped", () => old.every((server) => !server.runs()));
    const { faults, answers } = await readers.stop();
    if (faults.length > 0) throw new Error(`${faults.length} of ${answers} readers noticed: ${faults[0]}`);
    return { "release, s": (took / 1000).toFixed(0), "readers meanwhile": answers, "of them disturbed": 0 };
  } finally {
    await readers.stop();
    for (const port of next)
      if (existsSync(pidOf(port))) spawn("kill", [readFileSync(pidOf(port), "utf8").trim()]);
    await nginx.stop();
  }
};

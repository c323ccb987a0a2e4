/** A restart with a new build while the database is dead: kept documents come with the styles of their own build. */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { inRepo, root } from "../../../scripts/lib/paths.mjs";
import { mustRun } from "../../../scripts/lib/run.mjs";
import { knownPages, readAll } from "../support/pages";
import type { Part } from "./main";

export const styles: Part = async (rig) => {
  const first = await rig.serve();
  await readAll(first.origin);
  await first.end("SIGTERM");

  const home = join(rig.folder(), "next-version");
  mkdirSync(home);
  execFileSync(
    "sh",
    [
      "-c",
      `tar -c --exclude=./.next --exclude=./.data --exclude=./.git --exclude=./node_modules . | tar -x -C ${home}`,
    ],
    { cwd: root },
  );
  execFileSync("cp", ["-a", "-l", inRepo("node_modules"), home]);
  // Another style makes another build, whose files have other names.
  appendFileSync(join(home, "app/globals.css"), "\n.next-version { color: rebeccapurple; }\n");
  await mustRun(
    "Building the next version",
    process.execPath,
    [join(home, "node_modules/next/dist/bin/next"), "build"],
    {
      cwd: home,
      env: { NODE_ENV: "production" },
    },
  );
  await rig.postgres.kill();
  const next = await rig.serve({ home });
  let sheets = 0;
  for (const [path, words] of Object.entries(knownPages)) {
    const answer = await fetch(next.origin + path);
    const text = await answer.text();
    if (answer.status !== 200 || !text.includes(words)) throw new Error(`${path} answered ${answer.status}`);
    for (const [, href] of text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
      const { status } = await fetch(next.origin + href);
      if (status !== 200) throw new Error(`${href}, which ${path} needs, answered ${status}`);
      sheets += 1;
    }
  }
  if (sheets === 0) throw new Error("no page names a style sheet");
  return { pages: Object.keys(knownPages).length, "style sheets of the earlier build": sheets };
};

/** What the files of deploy/ say of one another and of the code: ports, paths, names of settings, the version of Node. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import semver from "semver";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inRepo } from "../scripts/lib/paths.mjs";
import { typescript } from "../scripts/lib/run.mjs";

const read = (...path) => readFileSync(inRepo(...path), "utf8");
const deployed = (...path) => read("deploy", ...path);

const { engines } = JSON.parse(read("package.json"));
const dockerfile = deployed("Dockerfile");
const compose = parse(deployed("compose.yaml"), { merge: true });
const nginx = deployed("nginx", "entente.conf");
const manual = deployed("README.md");
const units = readdirSync(inRepo("deploy", "systemd")).filter((name) => name.endsWith(".service"));

/** Every setting that the application knows, and those of what stands around it. */
const known = new Set([
  ...[...read("lib", "env.ts").matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name),
  ...["NODE_ENV", "NEXT_TELEMETRY_DISABLED", "CHECKPOINT_DISABLE"],
  ...["BACKUP_FOLDER", "BACKUP_DAYS", "BACKUP_PEOPLE"],
]);

/** The names that lines such as `NAME=value` set, comments left out. */
const namesIn = (text) => [...text.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);

/** What the words after a Dockerfile's or a unit's instruction set. */
const settingsOf = (text, instruction) =>
  Object.fromEntries(
    [...text.matchAll(new RegExp(`^${instruction}[ =](.+)$`, "gm"))]
      .flatMap(([, words]) => words.split(" "))
      .map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]),
  );

const image = settingsOf(dockerfile, "ENV");
const addresses = (text) => [...text.matchAll(/^server (\S+) /gm)].map(([, address]) => address);

test("settings have the names that the application knows", () => {
  expect(known.size).toBeGreaterThan(20);
  const all = [
    ...namesIn(deployed("entente.env.example")),
    ...namesIn(deployed("compose", "entente.env.example")),
    ...Object.keys(image),
    ...units.flatMap((unit) => Object.keys(settingsOf(deployed("systemd", unit), "Environment"))),
    ...Object.values(compose.services)
      .filter(({ env_file: file }) => file === "compose/entente.env")
      .flatMap(({ environment }) => Object.keys(environment)),
  ];
  expect(all.filter((name) => !known.has(name))).toEqual([]);
  const database = namesIn(deployed("compose", "postgres.env.example"));
  const used = [...deployed("compose", "accounts.sh").matchAll(/\$(ENTENTE_\w+)/g)].map(([, name]) => name);
  expect(used.sort()).toEqual(database.filter((name) => name.startsWith("ENTENTE_")).sort());
});

test("every container and unit starts Entente as the scripts do", () => {
  expect(dockerfile).toContain(`ENTRYPOINT ${JSON.stringify(["node", ...typescript]).replaceAll(",", ", ")}`);
  expect(dockerfile).toContain('CMD ["server.ts"]');
  expect(deployed("systemd", "entente@.service")).toContain(
    `ExecStart=/usr/bin/node ${typescript.join(" ")} server.ts\n`,
  );
  expect(compose.services.entente.entrypoint).toEqual(["node", ...typescript, "cli/main.ts"]);
  expect(deployed("backup.sh")).toContain(`node ${typescript.join(" ")} cli/main.ts backup`);
});

test("the image's Node is one that the project takes, and is kept up", () => {
  const [, major] = /^ARG BASE=docker\.io\/library\/node:(\d+)-bookworm-slim$/m.exec(dockerfile) ?? [];
  expect(Number(major) % 2).toBe(0);
  expect(semver.satisfies(`${major}.0.0`, engines.node)).toBe(true);
  expect(Number(major)).toBeGreaterThanOrEqual(Number(read(".nvmrc")));
  expect(manual).toContain(`Node ${semver.minVersion(engines.node).version.replace(/\.0$/, "")}`);
});

test("instances listen where nginx looks for them", () => {
  const { "web-1": first, "web-2": second, nginx: proxy } = compose.services;
  const at = (one) => one.networks.inside.ipv4_address;
  expect(addresses(deployed("compose", "upstream.conf"))).toEqual([
    `${at(first)}:${image.PORT}`,
    `${at(second)}:${image.PORT}`,
  ]);
  expect(dockerfile).toContain(`EXPOSE ${image.PORT}\n`);
  expect(first.environment.TRUST_PROXY).toBe(at(proxy));
  const [ports] = /default: "(\d+,\d+)"/.exec(read("scripts", "lib", "release-run.mjs")).slice(1);
  expect(addresses(deployed("nginx", "upstream.conf"))).toEqual(
    ports.split(",").map((port) => `127.0.0.1:${port}`),
  );
});

test("what instances keep lies where nginx and the backup look for it", () => {
  const folder = image.ENTENTE_DATA;
  expect(nginx).toContain(`root ${folder}/site/current;`);
  const unit = deployed("systemd", "entente@.service");
  expect(settingsOf(unit, "Environment").ENTENTE_DATA).toBe(folder);
  expect(unit).toContain(`StateDirectory=${folder.replace("/var/lib/", "")}\n`);
  const { services } = compose;
  for (const name of ["web-1", "web-2"]) expect(services[name].volumes).toContain(`data:${folder}`);
  for (const name of ["nginx", "backup"]) expect(services[name].volumes).toContain(`data:${folder}:ro`);
  const [, backups] = /BACKUP_FOLDER:-([^}]+)\}/.exec(deployed("backup.sh"));
  expect(services.backup.volumes).toContain(`backups:${backups}`);
  expect(settingsOf(deployed("systemd", "entente-backup.service"), "Environment").BACKUP_FOLDER).toBe(
    backups,
  );
  expect(dockerfile).toContain(`${folder} ${backups}\n`);
  const [, caches] = /proxy_cache_path (\S+)\//.exec(nginx);
  expect(services.nginx.tmpfs).toContain(caches);
});

test("files that are named are there, and the manual names all there are", () => {
  for (const { volumes = [] } of Object.values(compose.services))
    for (const [from] of volumes.map((one) => one.split(":")))
      if (from.startsWith("./") && !from.endsWith("/certificates"))
        expect(existsSync(inRepo("deploy", from)), from).toBe(true);
      else if (!from.startsWith("./")) expect(Object.keys(compose.volumes)).toContain(from);
  for (const { env_file: file } of Object.values(compose.services))
    if (file) expect(existsSync(inRepo("deploy", `${file}.example`)), file).toBe(true);
  for (const name of [...units, "entente-backup.timer", "compose.yaml", "entente.env.example"])
    expect(manual, name).toContain(name);
  for (const file of ["server.ts", "jobs-server.ts", "next-server.ts", "proxy.ts", "deploy/backup.sh"])
    expect(read(".dockerignore")).toContain(`\n!${file}\n`);
});

test("what is run beside the instances takes no address of theirs, and reaches the store of files", () => {
  for (const [, name] of manual.matchAll(/\brun --rm (\S+)/g)) {
    const { networks } = compose.services[name];
    expect(networks, name).toEqual(["inside", "outside"]);
  }
});

test("an instance has longer to end than it takes", () => {
  const [linger, deadline] = ["linger", "deadline"].map((name) =>
    Number(new RegExp(`${name}: ([\\d_]+)`).exec(read("server.ts"))[1].replaceAll("_", "")),
  );
  const least = (linger + deadline) / 1000 + 3;
  expect(Number.parseInt(compose.services["web-1"].stop_grace_period)).toBeGreaterThan(least);
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(deployed("systemd", "entente@.service"))[1])).toBeGreaterThan(
    least,
  );
});

test("no container has a right that it does not need", () => {
  for (const [name, one] of Object.entries(compose.services)) {
    expect(one.security_opt, name).toEqual(["no-new-privileges:true"]);
    if (name === "postgres") continue; // it takes the rights of its account itself, and writes its own folders
    expect(one, name).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
  }
  expect(Object.keys(compose.services).filter((name) => compose.services[name].ports)).toEqual(["nginx"]);
  expect(compose.services.postgres.networks).toEqual(["inside"]);
  expect(compose.networks.inside.internal).toBe(true);
  expect(dockerfile.slice(dockerfile.lastIndexOf("FROM "))).toMatch(/^USER 10001:10001$/m);
});

const analyser = spawnSync("systemd-analyze", ["--version"]).status === 0;

describe("systemd's units", () => {
  test.skipIf(!analyser).each(units)("%s is exposed by 2.0 at most (needs systemd-analyze)", (unit) => {
    const path = inRepo("deploy", "systemd", unit);
    const flags = ["security", "--offline=yes", "--no-pager", "--threshold=20", path];
    const { status, stdout, stderr } = spawnSync("systemd-analyze", flags, { encoding: "utf8" });
    expect(status, stdout + stderr).toBe(0);
  });

  test.each(units)("%s gives up what a script can ask for, but not compiling", (unit) => {
    const text = deployed("systemd", unit);
    for (const line of [
      "NoNewPrivileges=yes",
      "ProtectSystem=strict",
      "CapabilityBoundingSet=",
      "PrivateMounts=yes",
    ])
      expect(text).toMatch(new RegExp(`^${line}$`, "m"));
    expect(text).not.toMatch(/^MemoryDenyWriteExecute=/m);
  });
});

test("the log of changes is archived where the manual of backups looks for it", () => {
  const [, folder] = /cp %p (\S+)\/%f\.part/.exec(deployed("postgresql", "archiving.conf"));
  const backups = read("docs", "backups.md");
  expect(backups).toContain(`cp ${folder}/%f %p`);
  expect(backups).toContain("deploy/postgresql/archiving.conf");
});

test("what a timer runs is where the release puts it", () => {
  const folder = /^WorkingDirectory=(.+)$/m.exec(deployed("systemd", "entente-backup.service"))[1];
  const homes = /homes: \{ type: "string", default: "([^"]+)"/.exec(
    read("scripts", "lib", "release-run.mjs"),
  )[1];
  expect(folder).toBe(join(homes, "current"));
  expect(read("scripts", "lib", "release-run.mjs")).toContain('join(homes, "current")');
});

/** Images made on this machine alone: a base of Debian's packages with Node from npm's registry, and Entente's by its Dockerfile. */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { inRepo, root } from "../../../../scripts/lib/paths.mjs";
import { nativeFolder } from "../../../../scripts/lib/postgres-native.mjs";
import { untilEnd } from "../../../../scripts/lib/run.mjs";

const programs = ["buildah", "podman", "runc", "debootstrap"];

/** Why no container can be made here; undefined where one can. */
export function whyNot(): string | undefined {
  if (process.getuid?.() !== 0) return "only root may make a root folder of Debian's packages";
  const missing = programs.filter((name) => spawnSync("which", [name]).status !== 0);
  return missing.length > 0 ? `not installed: ${missing.join(", ")}` : undefined;
}

/** podman and buildah with a store of their own below `folder`, and what ends all that they made. */
export interface Containers {
  podman(...args: string[]): Promise<string>;
  /** What a container's own log holds. */
  logs(name: string): Promise<string>;
  build(base: string): Promise<void>;
  makeBase(): Promise<string>;
  /** Images with nginx and PostgreSQL under the names that compose.yaml has for them, from the base. */
  buildStandIns(names: Record<"nginx" | "postgres", string>): Promise<void>;
  /** How podman is called by others: what goes before its own words, and what it finds in its environment. */
  called: { words: string[]; env: Record<string, string> };
  end(): Promise<void>;
}

export const image = "localhost/entente";

/** A program that must succeed. @throws Error with the end of what it printed */
async function must(
  program: string,
  args: string[],
  env: Record<string, string> = {},
  cwd = root,
): Promise<string> {
  const { code, output } = await untilEnd(program, args, { env, cwd });
  if (code !== 0) throw new Error(`${program} ${args.slice(0, 8).join(" ")} …: ${output.slice(-3000)}`);
  return output.trim();
}

export function containersIn(own: string): Containers {
  // Kept from run to run where that is named, with every step of the build that has not changed.
  const kept = process.env.FAULT_STORE;
  const folder = kept ?? own;
  // No systemd, whose timers would ask after the health of containers: tests do.
  const env = { XDG_RUNTIME_DIR: folder, BUILDAH_ISOLATION: "chroot", DISABLE_HC_SYSTEMD: "true" };
  const store = ["--root", join(folder, "store"), "--runroot", join(folder, "run")];
  const runtime = inRepo("tests/faults/support/container/runtime.mjs");
  const words = [...store, "--runtime", runtime, "--network-config-dir", join(folder, "networks")];
  const podman = (...args: string[]) => must("podman", [...words, ...args], env);
  const build = async (tag: string, file: string, context: string, more: string[] = []) => {
    // buildah's own limit of files is lower than npm opens at once; more than this machine's it may not set.
    const files = await must("sh", ["-c", "ulimit -Hn"]);
    const limits = files === "unlimited" ? [] : ["--ulimit", `nofile=${files}:${files}`];
    const flags = ["--layers", "--format", "docker", "--tag", tag, ...limits, ...more];
    await must("buildah", [...store, "build", ...flags, "--file", file, context], env);
  };
  return {
    podman,
    called: { words, env },
    logs: (name) => podman("logs", name),
    async build(base) {
      // What npm has fetched before on this machine it need not fetch again.
      const cache = (await must("npm", ["config", "get", "cache"])).split("\n").at(-1)!;
      const held = existsSync(cache) ? ["--volume", `${cache}:/root/.npm`] : [];
      await build(image, "deploy/Dockerfile", ".", ["--build-arg", `BASE=${base}`, ...held]);
    },
    async buildStandIns({ nginx, postgres }) {
      const own = inRepo("tests/faults/support/container/stand-ins");
      await build(nginx, join(own, "nginx.Dockerfile"), own);
      // Programs of PostgreSQL's, as all tests have them.
      const context = join(folder, "postgres");
      cpSync(own, context, { recursive: true });
      cpSync(nativeFolder(undefined), join(context, "native"), { recursive: true, verbatimSymlinks: true });
      await build(postgres, join(context, "postgres.Dockerfile"), context);
    },
    async makeBase() {
      if (kept && (await podman("images", "--quiet", "localhost/base"))) return "localhost/base";
      const given = process.env.FAULT_BASE_FOLDER;
      const base = given ?? join(folder, "base");
      if (!given)
        await must("debootstrap", [
          "--variant=minbase",
          "--include=ca-certificates,libstdc++6",
          "bookworm",
          base,
        ]);
      await addNode(base, folder);
      await must(
        "sh",
        ["-c", `tar -C '${base}' -c . | podman ${store.join(" ")} import ${changes()} - localhost/base`],
        env,
      );
      return "localhost/base";
    },
    async end() {
      await podman("rm", "--all", "--force", "--time", "5").catch(() => undefined);
      await must("buildah", [...store, "rm", "--all"], env).catch(() => undefined);
      if (!kept) await podman("rmi", "--all", "--force").catch(() => undefined);
    },
  };
}

/** Authorities that this machine trusts besides Debian's are trusted in the image as well. */
const authorities = "/etc/ssl/certs/ca-certificates.crt";
const changes = () => `--change 'ENV NODE_EXTRA_CA_CERTS=${authorities}'`;

/** The Node that the Dockerfile names, as npm's registry has it, and this machine's npm. */
async function addNode(base: string, folder: string): Promise<void> {
  const [, major] = /node:(\d+)-/.exec(readFileSync(inRepo("deploy/Dockerfile"), "utf8")) ?? [];
  const name = `node-linux-${process.arch}@${major}`;
  const pack = ["pack", "--silent", "--pack-destination", folder, name];
  const file = (await must("npm", pack, {}, folder)).split("\n").at(-1)!;
  await must("tar", ["-xzf", join(folder, file), "-C", folder, "package/bin/node"]);
  const local = join(base, "usr", "local");
  mkdirSync(join(local, "bin"), { recursive: true });
  copyFileSync(join(folder, "package/bin/node"), join(local, "bin/node"));
  if (!existsSync(join(local, "lib/node_modules/npm"))) {
    cpSync(join(await must("npm", ["root", "--global"]), "npm"), join(local, "lib/node_modules/npm"), {
      recursive: true,
    });
    symlinkSync("../lib/node_modules/npm/bin/npm-cli.js", join(local, "bin/npm"));
  }
  if (existsSync(authorities)) copyFileSync(authorities, join(base, authorities));
}

/** As whom a container of Entente's runs, what it may, and what it can write: all by looking from within. */
import type { Containers } from "./images";

/** The account of the image, as its Dockerfile makes it. */
export const account = 10_001;

/** @throws Error where it may more than it needs */
export async function rightsOf(containers: Containers, name: string): Promise<Record<string, string>> {
  const ask = (script: string) => containers.podman("exec", name, "sh", "-c", script);
  const runsAs = await ask("id -u");
  const capabilities = await ask("grep CapEff /proc/1/status | tr -d '[:alpha:][:space:]:'");
  const writable = await ask(
    "for one in / /srv/entente /etc /var /tmp /var/lib/entente; do [ -w $one ] && echo $one; done; true",
  );
  const held = await ask("ls -d node_modules/vitest .git tests e2e .env 2>/dev/null; true");
  if (runsAs !== String(account) || Number(capabilities) !== 0) throw new Error(`${runsAs}, ${capabilities}`);
  if (writable !== "/tmp\n/var/lib/entente") throw new Error(`it can write ${writable}`);
  if (held !== "") throw new Error(`the image holds ${held}`);
  return { account: runsAs, "can write": writable.replace("\n", ", ") };
}

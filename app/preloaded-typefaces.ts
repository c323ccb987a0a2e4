/** Which typefaces the page for what is not there preloads: Next keeps them, and looks them up under another name. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const manifest = z.object({ app: z.record(z.string(), z.array(z.string())) });

let addresses: readonly string[] | undefined;

/** Their addresses on this site, read once; none where there is no build, as while it is worked on. */
export function absenceTypefaces(): readonly string[] {
  addresses ??= readManifest();
  return addresses;
}

function readManifest(): string[] {
  const file = join(/* turbopackIgnore: true */ process.cwd(), ".next/server/next-font-manifest.json");
  try {
    const { app } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
    return (app["[project]/app/_not-found/page"] ?? []).map((path) => `/_next/${path}`);
  } catch {
    return [];
  }
}

import { readFileSync, writeFileSync } from "node:fs";
import { inRepo } from "../paths.mjs";
import { mustRun } from "../run.mjs";

/** Where the list of what a release is made of lies. */
export const sbomFile = inRepo("entente.cdx.json");

/** Writes what production is made of, by the lock file, as CycloneDX JSON; npm makes it. Returns how many components it names. */
export async function writeSbom(file = sbomFile) {
  const flags = ["--sbom-format=cyclonedx", "--sbom-type=application", "--omit=dev", "--package-lock-only"];
  const bom = JSON.parse(
    await mustRun("Listing what it is made of", "npm", ["sbom", ...flags, "--loglevel=error"]),
  );
  // npm calls it by the folder it lies in, which a release names after its version.
  const { name } = JSON.parse(readFileSync(inRepo("package.json"), "utf8"));
  bom.metadata.component.name = name;
  writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
  return bom.components.length;
}

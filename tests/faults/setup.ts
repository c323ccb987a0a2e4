import { build } from "../../scripts/lib/build.mjs";

/** Fault tests break the production server: it has to be built. */
export default async function setup(): Promise<void> {
  await build();
}

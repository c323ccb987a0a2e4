/**
 * The fault tests that take minutes: `npm run faults -- [previews|disk|styles|release|addresses|kills|autosave|mixed|container|compose|restore|replica|pooler …]`, all parts
 * without a name. `FAULT_ROUNDS` makes them shorter or longer: how often to kill, how many thousand addresses to make up;
 * `FAULT_MINUTES` bounds the kills, and says how long the mixed load goes on.
 */
import { type BreakableRig, startBreakableRig } from "../support/rig";

export interface Part {
  /** Breaks things and returns what was measured; throws what did not hold. */
  (rig: BreakableRig): Promise<Record<string, string | number>>;
}

const parts: Record<string, () => Promise<Part>> = {
  previews: async () => (await import("./previews")).previews,
  disk: async () => (await import("./disk")).disk,
  styles: async () => (await import("./styles")).styles,
  release: async () => (await import("./release")).release,
  addresses: async () => (await import("./addresses")).addresses,
  kills: async () => (await import("./kills")).kills,
  autosave: async () => (await import("./autosave")).autosave,
  mixed: async () => (await import("./mixed/mixed")).mixed,
  restore: async () => (await import("./restore")).restore,
  replica: async () => (await import("./replica")).replica,
  pooler: async () => (await import("./pooler")).pooler,
  container: async () => (await import("./container")).container,
  compose: async () => (await import("./compose")).compose,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown) {
  console.error(`There is no part "${unknown}". Parts: ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}

for (const [name, load] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const began = performance.now();
  const rig = await startBreakableRig();
  try {
    const measured = await (await load())(rig);
    console.log(`pass  ${name} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
    for (const [what, value] of Object.entries(measured)) console.log(`      ${what}: ${value}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`FAIL  ${name}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await rig.stop();
  }
}

// Old Nodes must be able to read this file, and those that start with it: no syntax newer than 2020 here.

/** The sentence for a Node that is too old, or null when it is new enough (20.19 or later). */
export function nodeFault(version) {
  const parts = version.split(".").map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return null;
  return "Entente needs Node 20.19 or later; this is Node " + version + ".";
}

/** Loads and runs a script's real part, unless this Node is too old for it: one line, exit code 1. */
export function withNewEnoughNode(load) {
  const fault = nodeFault(process.versions.node);
  if (fault) {
    console.error(fault);
    process.exit(1);
  }
  load();
}

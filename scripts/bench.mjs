import { withNewEnoughNode } from "./lib/node-version.mjs";

withNewEnoughNode(() => import("./lib/bench-run.mjs").then(({ benchRun }) => benchRun()));

import { withNewEnoughNode } from "./lib/node-version.mjs";

withNewEnoughNode(() => import("./lib/faults-run.mjs").then(({ faultsRun }) => faultsRun()));

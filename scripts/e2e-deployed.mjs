import { withNewEnoughNode } from "./lib/node-version.mjs";

withNewEnoughNode(() => import("./lib/deployed-run.mjs").then(({ deployedRun }) => deployedRun()));

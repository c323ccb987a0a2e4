import { withNewEnoughNode } from "./lib/node-version.mjs";

withNewEnoughNode(() => import("./lib/test-run.mjs").then(({ testRun }) => testRun()));

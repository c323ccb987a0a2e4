import { withNewEnoughNode } from "./lib/node-version.mjs";

withNewEnoughNode(() => import("./lib/release-run.mjs").then(({ releaseRun }) => releaseRun()));

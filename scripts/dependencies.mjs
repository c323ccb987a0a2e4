import { withNewEnoughNode } from "./lib/node-version.mjs";

withNewEnoughNode(() =>
  import("./lib/dependencies-run.mjs").then(({ dependenciesRun }) => dependenciesRun()),
);

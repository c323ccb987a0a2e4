import { withNewEnoughNode } from "./lib/node-version.mjs";

withNewEnoughNode(() => import("./lib/command-line.mjs").then(({ commandLine }) => commandLine()));

import { withNewEnoughNode } from "./lib/node-version.mjs";

withNewEnoughNode(() => import("./lib/serve.mjs").then(({ serve }) => serve("development")));

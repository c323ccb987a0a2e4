/** Next answering requests by itself, without server.ts: what the document store is measured against. */
import { createServer } from "node:http";
import next from "next";
import { env } from "@/lib/env";

const { port } = env();
const app = next({ dev: false, dir: ".", hostname: "localhost", port, httpServer: createServer() });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => void handle(request, response)).listen(port, "127.0.0.1", () =>
  process.send?.("ready"),
);

import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const body = readFileSync(process.argv[2]);
const head = [
  "content-type",
  "text/html; charset=utf-8",
  "content-encoding",
  "gzip",
  "content-length",
  String(body.length),
];
createServer((_, response) => response.writeHead(200, head).end(body)).listen(
  Number(process.env.PORT),
  "127.0.0.1",
  () => process.send("ready"),
);

/** A process whose log is sent on: standard output has each line, whatever the other side does. */
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { typescript, untilEnd } from "../../scripts/lib/run.mjs";

const program = (to: string) => `
  import { makeSentLog } from "@/server/http/log";
  import { logDestination } from "@/lib/env-log";
  const { log, end } = makeSentLog("info", logDestination.parse(${JSON.stringify(to)}));
  log.debug("too little");
  for (let number = 0; number < 3; number += 1) log.info({ number }, "a line");
  await end();
  process.exit(0);
`;

async function linesOf(to: string) {
  const args = [...typescript, "--input-type=module", "--eval", program(to)];
  const { code, output } = await untilEnd(process.execPath, args, {});
  expect(code).toBe(0);
  return output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const three = [0, 1, 2].map(
  (number) => expect.objectContaining({ level: 30, number, msg: "a line" }) as unknown,
);

it("both have each line, by the end of the process", async () => {
  let sent = "";
  const server = createServer((socket) => socket.on("data", (piece) => (sent += piece.toString())));
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  expect(await linesOf(`syslog+tcp://127.0.0.1:${port}`)).toEqual(three);
  expect(sent.match(/a line/g)).toHaveLength(3);
  expect(sent).not.toContain("too little");
});

it.each(["syslog+tcp://127.0.0.1:1", "otlp+http://127.0.0.1:1"])(
  "%s is not there: standard output has each line and says so, and the process ends",
  async (to) => {
    const lines = await linesOf(to);
    expect(lines).toEqual(expect.arrayContaining(three));
    expect(lines.filter(({ msg }) => /cannot be sent on/.test(String(msg))).length).toBeLessThan(2);
  },
);

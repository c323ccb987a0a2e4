/** A process whose log is sent on: standard output has each line, whatever the other side does. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { until } from "@/tests/support/until";
import { root } from "../../scripts/lib/paths.mjs";
import { typescript } from "../../scripts/lib/run.mjs";

/** Logs, and ends the log and itself once nothing more comes in. */
const program = (to: string) => `
  import { once } from "node:events";
  import { makeSentLog } from "@/server/http/log";
  import { logDestination } from "@/lib/env-log";
  const { log, end } = makeSentLog("info", logDestination.parse(${JSON.stringify(to)}));
  log.debug("too little");
  for (let number = 0; number < 3; number += 1) log.info({ number }, "a line");
  await once(process.stdin.resume(), "end");
  await end();
  process.exit(0);
`;

function logging(to: string) {
  const args = [...typescript, "--input-type=module", "--eval", program(to)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => (output += piece));
  const lines = () =>
    output
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const end = async () => {
    const closed = once(child, "close");
    child.stdin.end();
    expect(await closed).toEqual([0, null]);
  };
  return { lines, end };
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
  const { lines, end } = logging(`syslog+tcp://127.0.0.1:${port}`);
  await end();
  expect(lines()).toEqual(three);
  expect(sent.match(/a line/g)).toHaveLength(3);
  expect(sent).not.toContain("too little");
});

it.each(["syslog+tcp://127.0.0.1:1", "otlp+http://127.0.0.1:1"])(
  "%s is not there: standard output has each line and says so, and the process ends",
  async (to) => {
    const { lines, end } = logging(to);
    const said = () => lines().filter(({ msg }) => /cannot be sent on/.test(String(msg)));
    await until("it says so", () => said().length > 0);
    await end();
    expect(lines()).toEqual(expect.arrayContaining(three));
    expect(said()).toHaveLength(1);
  },
);

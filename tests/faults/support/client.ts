/** Requests from a client with an address of its own: on Linux all of 127.0.0.0/8 is this machine. */
import { request } from "node:http";

export interface Answer {
  status: number;
  text: string;
  /** How long it took, in milliseconds. */
  took: number;
}

/** Asks a server on loopback from a client's address. Rejects where no answer comes within 60 s. */
export function askAs(
  client: string,
  port: number,
  path: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: Buffer } = {},
): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request({
      host: "127.0.0.1",
      localAddress: client,
      port,
      path,
      method,
      agent: false,
      headers: { host: `localhost:${port}`, ...headers },
    });
    asked.setTimeout(60_000, () => asked.destroy(new Error(`no answer to ${client} for ${path}`)));
    asked.once("error", reject);
    asked.once("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      answer.once("error", reject);
      answer.once("end", () =>
        resolve({ status: answer.statusCode ?? 0, text, took: performance.now() - began }),
      );
    });
    asked.end(body);
  });
}

/** Requests as no client of good manners sends them: bytes over a socket. */
import { connect } from "node:net";

/** Sends text and gives the status of the answer; null where the server closes without one. */
export function sendRaw(
  port: number,
  text: string | Buffer,
  { within = 60_000 } = {},
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect({ host: "127.0.0.1", port });
    const late = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no answer within ${within} ms`));
    }, within);
    const end = () => {
      clearTimeout(late);
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1]) || null);
    };
    socket.on("data", (bytes) => {
      said += bytes.toString("latin1");
      if (said.includes("\r\n\r\n")) end();
    });
    socket.once("error", end);
    socket.once("close", end);
    socket.write(text);
  });
}

/** The text of a request. */
export const requestOf = (line: string, headers: Record<string, string> = {}, body = "") =>
  [
    `${line} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body ? [`content-length: ${Buffer.byteLength(body)}`] : []),
    "",
    body,
  ].join("\r\n");

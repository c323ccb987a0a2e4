import type { Server, Socket } from "node:net";
import { networkOf } from "@/lib/network";

/**
 * Closes at once what one client opens beyond so many connections, so that it does not use up the connections that
 * the server holds for all. A trusted proxy's are not counted: it brings many clients, and limits them itself.
 */
export function limitSockets(
  server: Server,
  { perClient, trusts }: { perClient: number; trusts(address: string): boolean },
): void {
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    if (trusts(address)) return;
    const client = networkOf(address);
    const count = (open.get(client) ?? 0) + 1;
    if (count > perClient) return void socket.destroy();
    open.set(client, count);
    socket.once("close", () => {
      const left = open.get(client)! - 1;
      if (left > 0) open.set(client, left);
      else open.delete(client);
    });
  });
}

import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { limitSockets } from "./socket-limit";

let server: Server;
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

async function listen(trusts: (address: string) => boolean) {
  server = createServer((socket) => socket.on("error", () => undefined).resume());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  limitSockets(server, { perClient: 3, trusts });
  const { port } = server.address() as AddressInfo;
  return async (localAddress: string): Promise<Socket> => {
    const socket = connect({ host: "127.0.0.1", port, localAddress }).on("error", () => undefined);
    sockets.push(socket.resume());
    await once(socket, "connect");
    return socket;
  };
}

const open = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));

it("keeps so many connections of one client, and others' beside them", async () => {
  const ask = await listen(() => false);
  for (let number = 0; number < 6; number += 1) await ask("127.0.0.1");
  await expect.poll(open).toBe(3);
  for (let number = 0; number < 2; number += 1) await ask("127.0.0.2");
  await expect.poll(open).toBe(5);
});

it("takes another when one was closed", async () => {
  const ask = await listen(() => false);
  const first = await ask("127.0.0.1");
  for (let number = 0; number < 5; number += 1) await ask("127.0.0.1");
  await expect.poll(open).toBe(3);
  first.destroy();
  await expect.poll(open).toBe(2);
  await ask("127.0.0.1");
  await expect.poll(open).toBe(3);
});

it("does not count a trusted proxy's", async () => {
  const ask = await listen((address) => address === "127.0.0.3");
  for (let number = 0; number < 10; number += 1) await ask("127.0.0.3");
  await expect.poll(open).toBe(10);
});

/** A wire between the server under test and its database, which can be cut or go dumb. */
import { createConnection, createServer, type AddressInfo, type Socket } from "node:net";

export interface Wire {
  port: number;
  /** Everything passes. */
  mend(): void;
  /** Connections are taken and stay open, and nothing passes: neither what is sent nor that it ended. */
  mute(): void;
  /** Every connection is broken, and none is taken. */
  cut(): void;
  /** How many connections were taken so far. */
  taken(): number;
  close(): Promise<void>;
}

export async function wireTo(port: number): Promise<Wire> {
  let state: "open" | "mute" | "cut" = "open";
  // What went dumb stays so, as connections that a firewall has forgotten do; later ones work.
  let age = 0;
  let taken = 0;
  const ends = new Set<Socket>();
  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (near) => {
    taken += 1;
    if (state === "cut") return void near.destroy();
    keep(near);
    if (state === "mute") return;
    const far = createConnection({ host: "127.0.0.1", port, allowHalfOpen: true });
    keep(far);
    pass(near, far, age);
    pass(far, near, age);
    near.resume();
  });
  function keep(end: Socket): void {
    ends.add(end);
    end.on("error", () => undefined);
    end.once("close", () => ends.delete(end));
  }
  function pass(from: Socket, to: Socket, born: number): void {
    from.on("data", (bytes) => born === age && to.write(bytes));
    from.once("end", () => born === age && to.end());
    from.once("close", () => born === age && to.destroy());
  }
  const breakAll = () => ends.forEach((end) => end.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    mend() {
      state = "open";
    },
    mute() {
      state = "mute";
      age += 1;
    },
    cut() {
      state = "cut";
      breakAll();
    },
    taken: () => taken,
    close() {
      breakAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

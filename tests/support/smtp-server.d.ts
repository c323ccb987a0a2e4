declare module "smtp-server" {
  import type { Server } from "node:net";
  import type { Readable } from "node:stream";

  interface Address {
    address: string;
  }

  /** A mail server in this process: it asks what to do with recipients and messages. */
  export class SMTPServer {
    constructor(options: {
      disabledCommands: string[];
      onRcptTo(address: Address, session: unknown, done: (error: Error | null) => void): void;
      onAuth?(
        auth: unknown,
        session: unknown,
        done: (error: Error | null, answer?: { user: string }) => void,
      ): void;
      /** `secure`: whether what comes is encrypted. */
      onData(
        stream: Readable,
        session: { secure: boolean; envelope: { mailFrom: Address | false; rcptTo: Address[] } },
        done: () => void,
      ): void;
    });
    readonly server: Server;
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
    on(event: "error", listener: (error: Error) => void): void;
  }
}

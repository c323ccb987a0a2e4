/** The part of nodemailer that is used here; it ships no types of its own. */
declare module "nodemailer" {
  interface Transport {
    sendMail(message: {
      from: { name: string; address: string };
      to: { name: string; address: string };
      subject: string;
      text: string;
      messageId: string;
      headers: Record<string, string>;
      disableFileAccess: boolean;
      disableUrlAccess: boolean;
    }): Promise<unknown>;
    close(): void;
  }
  export function createTransport(options: {
    host: string;
    port: number;
    secure: boolean;
    requireTLS: boolean;
    tls: { rejectUnauthorized: boolean };
    auth: { user: string; pass: string } | undefined;
    connectionTimeout: number;
    greetingTimeout: number;
    socketTimeout: number;
  }): Transport;
}

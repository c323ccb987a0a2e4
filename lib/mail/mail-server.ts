/** Handing one message to the mail server of `SMTP_URL`. */
import "server-only";
import ipaddr from "ipaddr.js";
import { createTransport } from "nodemailer";
import { env, type MailServer, publicUrl } from "@/lib/env";
import type { Letter } from "./write-mail";

/** The mail server did not take a message. It says what failed and never what was written, nor to whom. */
export class MailFailure extends Error {
  override readonly name = "MailFailure";
  constructor(
    /** The library's code of what failed, as `ECONNECTION`, or the server's three digits. */
    readonly code: string,
    /** Whether the server refused it for good: trying again would not help. */
    readonly isFinal: boolean,
  ) {
    super(`the mail server did not take a message: ${code}`);
  }
}

const second = 1000;

/** Hands over a message. @throws {MailFailure} */
export async function handOver(id: string, letter: Letter & { address: string }): Promise<void> {
  const server = env().smtp;
  if (!server) throw new MailFailure("no server is set", false);
  const transport = connectionTo(server);
  try {
    await transport.sendMail({
      from: { name: "Entente", address: senderOf(server) },
      to: { name: "", address: letter.address },
      subject: letter.subject,
      text: letter.text,
      // The same each time it is tried, so that one that comes twice is seen to be one.
      messageId: `<${id}@${new URL(publicUrl()).hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    throw failureOf(error);
  } finally {
    transport.close();
  }
}

function connectionTo({ host, port, isTls, login }: MailServer) {
  const isNear = isLoopback(host);
  return createTransport({
    ...{ host, port, secure: isTls },
    // A password goes to another machine only where no one can read it. What a server offers is used (STARTTLS); one on this
    // machine has hardly a certificate that others vouch for.
    requireTLS: login !== undefined && !isNear,
    tls: { rejectUnauthorized: !isNear },
    auth: login && { user: login.user, pass: login.password },
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 20 * second,
  });
}

function isLoopback(host: string): boolean {
  return host === "localhost" || (ipaddr.isValid(host) && ipaddr.process(host).range() === "loopback");
}

/** What `SMTP_URL` names, the login where that is an address, or one at the site's host. */
function senderOf({ from, login }: MailServer): string {
  if (from !== undefined) return from;
  return login?.user.includes("@") ? login.user : `entente@${new URL(publicUrl()).hostname}`;
}

/** What the library throws, without the addresses and lines of the conversation that it keeps in it. */
function failureOf(error: unknown): MailFailure {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  // Of the server's answers, 5xx to a recipient or a message is for good; to a login or to STARTTLS it may be put right.
  const answered = typeof responseCode === "number" ? responseCode : 0;
  const isFinal = answered >= 500 && code !== "EAUTH" && code !== "ETLS";
  return new MailFailure(answered > 0 ? String(answered) : String(code ?? "unknown"), isFinal);
}

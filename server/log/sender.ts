/** Takes the lines of the log to another system. Standard output has every line, whatever becomes of them there. */
import type { LogDestination } from "@/lib/env-log";
import { otlpSender } from "./otlp";
import { syslogSender } from "./syslog";

export interface LogSender {
  /** Takes a line, a JSON object. Never throws and never waits: what there is no room for is left out. */
  write(line: string): void;
  /** Sends what there is, and ends. */
  end(): Promise<void>;
}

/** What is told of how it goes. */
export interface Telling {
  failed(error: unknown): void;
  sent(): void;
}

/** What sends lines there. */
export function senderTo(to: LogDestination, telling: Telling): LogSender {
  return to.by === "otlp" ? otlpSender(to, telling) : syslogSender(to, telling);
}

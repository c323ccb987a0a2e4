/** The log as records of OpenTelemetry, over HTTP. The library is loaded where this is set, and nowhere else. */
import { hostname } from "node:os";
import type { AnyValueMap, Logger } from "@opentelemetry/api-logs";
import type { LoggerProvider } from "@opentelemetry/sdk-logs";
import type { LogSender, Telling } from "./sender";

interface Collector {
  url: string;
  headers: Record<string, string>;
}

/** What pino writes; what it has besides is JSON. */
interface Line extends AnyValueMap {
  level: number;
  time: string;
  msg?: string;
}

/** How long a batch may take to be taken, in milliseconds. */
const sentWithin = 5000;

/** OpenTelemetry's numbers by pino's. */
const severities: Record<number, [number: number, text: string]> = {
  10: [1, "TRACE"],
  20: [5, "DEBUG"],
  30: [9, "INFO"],
  40: [13, "WARN"],
  50: [17, "ERROR"],
  60: [21, "FATAL"],
};

/** Sends lines in batches, a second after the first of each; up to 2048 wait. */
export function otlpSender(to: Collector, telling: Telling): LogSender {
  const begun = begin(to, telling);
  begun.catch(telling.failed);
  return {
    write(line) {
      const noted = Date.now();
      begun.then(({ logger }) => emit(logger, line, noted)).catch(() => undefined);
    },
    async end() {
      await begun.then(({ provider }) => provider.shutdown()).catch(() => undefined);
    },
  };
}

function emit(logger: Logger, line: string, noted: number): void {
  const { level, time, msg, ...attributes } = JSON.parse(line) as Line;
  const [severityNumber, severityText] = severities[level] ?? [0, ""];
  const timestamp = Date.parse(time) || noted;
  logger.emit({ timestamp, severityNumber, severityText, body: msg ?? "", attributes });
}

async function begin(
  { url, headers }: Collector,
  telling: Telling,
): Promise<{ provider: LoggerProvider; logger: Logger }> {
  const [{ OTLPLogExporter }, { BatchLogRecordProcessor, LoggerProvider }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/exporter-logs-otlp-http"),
      import("@opentelemetry/sdk-logs"),
      import("@opentelemetry/resources"),
    ]);
  const own = new OTLPLogExporter({ url, headers, timeoutMillis: sentWithin });
  const exporter: ConstructorParameters<typeof BatchLogRecordProcessor>[0]["exporter"] = {
    export: (logs, done) =>
      own.export(logs, (result) => {
        if (result.code === 0) telling.sent();
        else telling.failed(result.error);
        done(result);
      }),
    shutdown: () => own.shutdown(),
    forceFlush: () => own.forceFlush(),
  };
  const processor = new BatchLogRecordProcessor({ exporter, exportTimeoutMillis: 2 * sentWithin });
  const resource = resourceFromAttributes({
    "service.name": "entente",
    "host.name": hostname(),
    "process.pid": process.pid,
  });
  const provider = new LoggerProvider({ resource, processors: [processor] });
  return { provider, logger: provider.getLogger("entente") };
}

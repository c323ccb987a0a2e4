/** The answer with a table: written whole before it is sent, so that a client that reads slowly holds no connection. */
import type { TableFile } from "@/lib/exchange/table-file";
import type { TableReader } from "@/lib/published/table-records";
import { file, type FileFormat } from "./answer";
import { FileBody } from "./file-body";

interface Asked {
  format: FileFormat;
  /** What the file is called once it is saved, without its ending. */
  name: string;
  /** Aborted when the client goes: the table is then read no further. */
  gone: AbortSignal;
}

/** Answers with a table whose records `read` hands on. */
export async function tableAnswer(
  table: TableFile,
  read: (reader: TableReader) => Promise<void>,
  { format, name, gone }: Asked,
): Promise<Response> {
  const body = new FileBody();
  try {
    await read({
      start: (count) => body.write(table.start(count)),
      batch: (batch) => {
        // The connection is for those who are still there.
        gone.throwIfAborted();
        return body.write(table.batch(batch));
      },
    });
    await body.write(table.end());
    return file(await body.read(gone), format, name);
  } catch (error) {
    await body.discard();
    if (!gone.aborted) throw error;
    return new Response(null, { status: 503 });
  }
}

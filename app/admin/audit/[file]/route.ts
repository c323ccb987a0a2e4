import { redirect } from "next/navigation";
import { eventsForFile, readLogFilter } from "@/lib/auth/audit-log";
import { requireActor } from "@/lib/auth/session";
import { auditFiles } from "@/lib/exchange/audit-file";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ file: string }>;
}

/** The audit log as a file, `events.csv` or `events.jsonl`, by the same filter as its page; written as it is read. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor("manage");
  const [name, ending] = (await params).file.split(".");
  if (name !== "events" || (ending !== "csv" && ending !== "jsonl"))
    return new Response(null, { status: 404 });
  const file = auditFiles[ending];
  const filter = readLogFilter(Object.fromEntries(new URL(request.url).searchParams));
  const batches = await eventsForFile(actor, filter, ending);
  // The page asks for the password again.
  if (!batches) redirect(`/admin/audit${new URL(request.url).search}`);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(file.start)),
    async pull(stream) {
      const { done, value } = await batches.next();
      if (done) stream.close();
      else stream.enqueue(encoder.encode(file.lines(value)));
    },
    cancel: async () => void (await batches.return(undefined)),
  });
  return new Response(body, {
    headers: {
      "content-type": file.contentType,
      "content-disposition": `attachment; filename="audit.${ending}"`,
      "cache-control": "private, no-store",
    },
  });
}

import { Readable } from "node:stream";
import { requireActor } from "@/lib/auth/session";
import { openFile } from "@/lib/desk/read/open-file";
import { endingOf, fileTypes } from "@/lib/domain/files";

/** A file as those at the desk see it, whether or not a published record shows it. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }] = [await requireActor("read"), await params];
  const file = await openFile(actor, id);
  if (!file) return Response.json({}, { status: 404 });
  return new Response(Readable.toWeb(file.bytes) as ReadableStream, {
    headers: {
      "content-type": fileTypes[endingOf(id)],
      "content-length": String(file.size),
      "content-disposition": "inline",
    },
  });
}

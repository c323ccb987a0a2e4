import { redirect } from "next/navigation";
import { ownData } from "@/lib/auth/own-data";
import { requireOwnSession } from "@/lib/auth/session";

export const dynamic = "force-dynamic";

/** Everything that is kept of who asks, as a file of JSON, written as it is read. */
export async function GET(): Promise<Response> {
  const pieces = await ownData(await requireOwnSession());
  // The page asks for the password again.
  if (!pieces) redirect("/admin/account");
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const { done, value } = await pieces.next();
      if (done) stream.close();
      else stream.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
  return new Response(body, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="account.json"',
      "cache-control": "private, no-store",
    },
  });
}

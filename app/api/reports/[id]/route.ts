import { z } from "zod";
import { asking } from "@/lib/auth/asking";
import { readForm } from "@/lib/auth/read-form";
import { receiveReport } from "@/lib/desk/reports/receive-report";
import { longestReport, type RefusedReport } from "@/lib/domain/reports";
import { TamperedRequest } from "@/lib/domain/tampered-request";

interface Context {
  params: Promise<{ id: string }>;
}

const part = z.string().max(longestReport);
const shape = z.strictObject({ stamp: z.string().max(100), text: part, source: part, address: part });

/**
 * Takes the form in which a reader reports an error. Reached by the form's own address alone (`server/http/report-forms.ts`): 204 for
 * what was taken, 422 with what `refusedReport` reads for what was not, 404 where there is no such page, 400 for what is no form of ours.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const from = asking();
  const { data: entryId } = z.uuid().safeParse((await params).id);
  if (!from || entryId === undefined) return new Response(null, { status: 404 });
  const sent = await readSent(request);
  if (!sent) return new Response(null, { status: 400 });
  const { stamp, ...typed } = sent;
  const received = await receiveReport({ entryId, stamp, typed, from: from.address });
  if (received.outcome === "refused") return new Response(encoded(received.refused), { status: 422 });
  return new Response(null, { status: received.outcome === "gone" ? 404 : 204 });
}

async function readSent(request: Request): Promise<z.output<typeof shape> | null> {
  try {
    return readForm(await request.formData(), shape);
  } catch (error) {
    // What cannot be read as a form at all is a TypeError.
    if (error instanceof TamperedRequest || error instanceof TypeError) return null;
    throw error;
  }
}

/** As the value of a header, which holds plain letters only. */
const encoded = (refused: RefusedReport) => Buffer.from(JSON.stringify(refused)).toString("base64url");

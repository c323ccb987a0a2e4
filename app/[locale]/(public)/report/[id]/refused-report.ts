import { headers } from "next/headers";
import { z } from "zod";
import { type RefusedReport, refusedReportHeader } from "@/lib/domain/reports";

const refusedShape: z.ZodType<RefusedReport> = z.object({
  typed: z.object({ text: z.string(), source: z.string(), address: z.string() }),
  faults: z.object({
    text: z.enum(["empty", "tooLong"]).exactOptional(),
    source: z.enum(["tooLong"]).exactOptional(),
    address: z.enum(["invalid"]).exactOptional(),
    whole: z.enum(["tooSoon", "expired", "tooMany", "full"]).exactOptional(),
  }),
  stamp: z.string().nullable(),
});

/** What was sent with this form and not taken, as the server tells its page; null where the form is opened. */
export async function refusedReport(): Promise<RefusedReport | null> {
  const told = (await headers()).get(refusedReportHeader);
  if (told === null) return null;
  return refusedShape.parse(JSON.parse(Buffer.from(told, "base64url").toString("utf8")));
}

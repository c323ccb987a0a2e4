import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { reportedRecord, type ReportedRecord } from "@/lib/published/reported-record";

const uuid = z.uuid();

/** The record that a report is about, read once for its page; there is no page where readers cannot see it. */
export const openReported = cache(async (id: string): Promise<ReportedRecord> => {
  const record = uuid.safeParse(id).success ? await reportedRecord(id) : null;
  return record ?? notFound();
});

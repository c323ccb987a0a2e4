import { NextResponse } from "next/server";
import { z } from "zod";
import { may } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { isUnreachable } from "@/lib/database/failures";
import { notePresence, type Present } from "@/lib/desk/write/presence";
import { kindAtPath } from "@/lib/domain/kinds/registry";

const sent = z.strictObject({
  id: z.uuid(),
  tab: z.uuid(),
  doing: z.enum(["reading", "typing", "leaving"]),
});

/** Notes that a form is open, or is closed, and tells as JSON who else has the record open: `{ others: Present[] }`. */
export async function POST(request: Request, { params }: { params: Promise<{ list: string }> }) {
  const kind = kindAtPath((await params).list);
  if (!kind) return answer(404);
  try {
    const actor = await currentActor();
    if (!actor) return answer(401);
    if (!may(actor, "read")) return answer(403);
    const read = sent.safeParse(await request.json().catch(() => null));
    if (!read.success) return answer(400);
    const { id, tab, doing } = read.data;
    return answer(200, await notePresence(actor, { kind, id, tab }, doing));
  } catch (error) {
    if (isUnreachable(error)) return answer(503);
    throw error;
  }
}

function answer(status: number, others: Present[] = []) {
  return NextResponse.json({ others }, { status });
}

import { NextResponse } from "next/server";
import { z } from "zod";
import { may } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { isUnreachable } from "@/lib/database/failures";
import { movedSince } from "@/lib/desk/read/history";
import { notePresence, type Present } from "@/lib/desk/write/presence";
import { kindAtPath } from "@/lib/domain/kinds/registry";
import type { Moved } from "@/components/desk/form/use-presence";
import { instantWords } from "../../wording/instant";

const sent = z.strictObject({
  id: z.uuid(),
  tab: z.uuid(),
  doing: z.enum(["reading", "typing", "leaving"]),
  /** The version that the page was drawn with: what others did since is told. */
  since: z.number().int().min(0).max(2_147_483_647).optional(),
});

/**
 * Notes that a form is open, or is closed, and tells as JSON who else has the record open, and what another did to it last, beyond
 * saving it, since the page was drawn: `{ others: Present[], moved: Moved | null }`.
 */
export async function POST(request: Request, { params }: { params: Promise<{ list: string }> }) {
  const kind = kindAtPath((await params).list);
  if (!kind) return answer(404);
  try {
    const actor = await currentActor();
    if (!actor) return answer(401);
    if (!may(actor, "read")) return answer(403);
    const read = sent.safeParse(await request.json().catch(() => null));
    if (!read.success) return answer(400);
    const { id, tab, doing, since } = read.data;
    const others = await notePresence(actor, { kind, id, tab }, doing);
    const moved = since === undefined || doing === "leaving" ? null : await movedSince(actor, id, since);
    if (!moved) return answer(200, others);
    const at = (await instantWords())(moved.at);
    return answer(200, others, { name: moved.byName, did: moved.action, at });
  } catch (error) {
    if (isUnreachable(error)) return answer(503);
    throw error;
  }
}

function answer(status: number, others: Present[] = [], moved: Moved | null = null) {
  return NextResponse.json({ others, moved }, { status });
}

import { NextResponse } from "next/server";
import { may } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { database } from "@/lib/database/client";
import { isUnreachable } from "@/lib/database/failures";
import { doubtsAmongOthers } from "@/lib/desk/read/doubts-among-others";
import { kindOf } from "@/lib/domain/kinds/registry";
import { readableIn, TamperedRequest } from "@/lib/domain/record";
import { readDeskForm } from "../../actions/desk-form";
import { shownDoubts } from "../../wording/answers";

/**
 * What other records make doubtful about what a form holds, as JSON: `{ doubts: ShownDoubt[] }`. Sent while it is typed
 * in; nothing is written.
 */
export async function POST(request: Request) {
  try {
    const actor = await currentActor();
    if (!actor) return answer(401);
    if (!may(actor, "read")) return answer(403);
    const { kind, id, dossierId, typed } = readDeskForm(await request.formData());
    const values = readableIn(kindOf(kind), typed, { parties: null });
    const doubts = await doubtsAmongOthers(actor, database(), { id, kind, dossierId, values });
    return NextResponse.json({ doubts: await shownDoubts(doubts) });
  } catch (error) {
    if (isUnreachable(error)) return answer(503);
    if (error instanceof TamperedRequest || error instanceof TypeError) return answer(400);
    throw error;
  }
}

function answer(status: number) {
  return NextResponse.json({ doubts: [] }, { status });
}

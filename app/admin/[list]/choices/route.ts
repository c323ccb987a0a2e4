import { NextResponse } from "next/server";
import { z } from "zod";
import { may } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { isUnreachable } from "@/lib/database/failures";
import { entryChoices } from "@/lib/desk/read/choices";
import { kindAtPath } from "@/lib/domain/kinds/registry";
import { longestAddress } from "@/lib/domain/readable-address";
import { shownChoices } from "../../wording/answers";

// As long as a web address may be, by which a source is found.
const query = z.object({
  q: z.string().max(longestAddress).catch(""),
  dossier: z.uuid().optional().catch(undefined),
  by: z.uuid().optional().catch(undefined),
});

/** What a picker offers for what was typed, as JSON: `{ choices: EntryChoice[] }`; not the record that asks, which `by` names. */
export async function GET(request: Request, { params }: { params: Promise<{ list: string }> }) {
  const kind = kindAtPath((await params).list);
  if (!kind) return NextResponse.json({ choices: [] }, { status: 404 });
  const { q, dossier, by } = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  try {
    const actor = await currentActor();
    if (!actor) return NextResponse.json({ choices: [] }, { status: 401 });
    if (!may(actor, "read")) return NextResponse.json({ choices: [] }, { status: 403 });
    const choices = await entryChoices(actor, kind, { q, dossierId: dossier ?? null, askedBy: by ?? null });
    return NextResponse.json({ choices: await shownChoices(choices) });
  } catch (error) {
    if (isUnreachable(error)) return NextResponse.json({ choices: [] }, { status: 503 });
    throw error;
  }
}

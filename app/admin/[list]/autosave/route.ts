import { NextResponse } from "next/server";
import type { AutosaveAnswer } from "@/components/desk/form/answer";
import { senderOf } from "@/lib/auth/session";
import { TamperedRequest } from "@/lib/domain/record";
import { readDeskForm } from "../../actions/desk-form";
import { keptAnswer } from "../../wording/kept";
import { reasonOf } from "../../wording/answers";

/**
 * Keeps what a form holds while it is typed in, as JSON (`AutosaveAnswer`). It takes what the form's own save takes, and refuses
 * the same callers; nothing that it keeps is published, and it makes no version of the history.
 */
export async function POST(request: Request) {
  try {
    const form = await request.formData();
    const asked = readDeskForm(form);
    const actor = await senderOf(form);
    if (!actor) return answer({ ok: false, reason: "signedOut" }, 401);
    return answer(await keptAnswer(actor, asked));
  } catch (error) {
    if (error instanceof TamperedRequest || error instanceof TypeError)
      return answer({ ok: false, reason: "failed" }, 400);
    const reason = reasonOf(error);
    return answer({ ok: false, reason }, reason === "forbidden" ? 403 : 503);
  }
}

function answer(body: AutosaveAnswer, status = 200) {
  return NextResponse.json(body, { status });
}

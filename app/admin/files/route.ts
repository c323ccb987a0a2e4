import { getTranslations } from "next-intl/server";
import { NextResponse } from "next/server";
import { may } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/desk-path";
import { currentActor } from "@/lib/auth/session";
import { isUnreachable } from "@/lib/database/failures";
import { type AddedFile, addFile } from "@/lib/desk/write/add-file";
import { maxFileSize, maxPixels } from "@/lib/domain/files";
import { withFirstFile } from "./first-file";

type Answer = AddedFile | { ok: false; fault: "none" | "signedOut" | "forbidden" | "unavailable" };

/**
 * Takes in one file. Scripts get `{ id, size }` or `{ message }` as JSON, a plain form the page that shows it. Who may not
 * is told before anything of the file is read.
 */
export async function POST(request: Request) {
  const answer = await answerTo(request);
  const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
  return wantsJson ? asJson(answer) : asPage(answer);
}

async function answerTo(request: Request): Promise<Answer> {
  try {
    const actor = await currentActor();
    if (!actor) return { ok: false, fault: "signedOut" };
    if (!may(actor, "write")) return { ok: false, fault: "forbidden" };
    const added = await withFirstFile(request, (file) => addFile(actor, file));
    return added ?? { ok: false, fault: "none" };
  } catch (error) {
    if (isUnreachable(error)) return { ok: false, fault: "unavailable" };
    throw error;
  }
}

const statuses: Partial<Record<Extract<Answer, { ok: false }>["fault"], number>> = {
  signedOut: 401,
  forbidden: 403,
  tooLarge: 413,
  busy: 503,
  unavailable: 503,
};

async function asJson(answer: Answer): Promise<Response> {
  if (answer.ok) return NextResponse.json({ id: answer.id, size: answer.size });
  const t = await getTranslations("problems.file");
  const message = t(answer.fault, { megabytes: maxFileSize / 1024 / 1024, megapixels: maxPixels / 1e6 });
  return NextResponse.json({ message }, { status: statuses[answer.fault] ?? 422 });
}

/** The page for uploads, which says how it went. A relative address: the site's own is for its proxy to know. */
function asPage(answer: Answer): Response {
  const page = "/admin/files/new";
  const location =
    !answer.ok && answer.fault === "signedOut"
      ? signInPath(page)
      : `${page}?${answer.ok ? `added=${answer.id}` : `fault=${answer.fault}`}`;
  return new Response(null, { status: 303, headers: { location } });
}

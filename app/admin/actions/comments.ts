"use server";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import {
  addComment,
  type CommentOutcome,
  mostComments,
  replyTo,
  settleComment,
} from "@/lib/desk/comments/write-comment";
import { longestPath } from "@/lib/domain/paths";
import { mostCharacters, readShown } from "@/lib/domain/short-note";
import { reachable } from "../account/answers";
import { onceIn } from "./once-in";
import { refreshRecord } from "./refresh-record";

const id = z.uuid();
const text = z.string().max(8 * mostCharacters.comment);

/** Says something of a record, or of one of its values. */
export async function sayComment(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const shape = z.strictObject({ entry: id, path: z.string().max(longestPath), text });
  const { entry, path, text: typed } = readForm(form, shape);
  const said = readShown(typed, mostCharacters.comment);
  if (!said) return refusedText({ path, text: typed }, said);
  return reachable({ path, text: typed }, async () =>
    answered(
      entry,
      { path, text: typed },
      await addComment(await requireSender("read", form), {
        ...{ entryId: entry, path, text: said },
        once: onceIn(form),
      }),
    ),
  );
}

/** Replies to what was said. */
export async function replyToComment(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { entry, comment, text: typed } = readForm(form, z.strictObject({ entry: id, comment: id, text }));
  const said = readShown(typed, mostCharacters.comment);
  if (!said) return refusedText({ text: typed }, said);
  return reachable({ text: typed }, async () =>
    answered(
      entry,
      { text: typed },
      await replyTo(await requireSender("read", form), { id: comment, text: said, once: onceIn(form) }),
    ),
  );
}

/** Notes that what was said is settled, or open again. */
export async function settleCommentOf(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const shape = z.strictObject({ entry: id, comment: id, to: z.enum(["settled", "open"]) });
  const { entry, comment, to } = readForm(form, shape);
  return reachable({}, async () => {
    const isSettled = await settleComment(await requireSender("read", form), comment, to === "settled");
    refreshRecord();
    if (isSettled) return { outcome: "none" };
    const t = await getTranslations("desk.comments");
    return { outcome: "refused", says: t("settleMissed"), errors: {}, typed: { entry } };
  });
}

async function refusedText(
  typed: Record<string, string>,
  said: string | undefined,
): Promise<AccountFormState> {
  const t = await getTranslations("desk.comments");
  const text = said === undefined ? t("tooLong", { most: mostCharacters.comment }) : t("empty");
  return { outcome: "refused", errors: { text }, typed };
}

async function answered(
  entry: string,
  typed: Record<string, string>,
  outcome: CommentOutcome,
): Promise<AccountFormState> {
  refreshRecord();
  if (outcome.ok) return { outcome: "none" };
  const t = await getTranslations("desk.comments");
  return {
    outcome: "refused",
    says: t(outcome.reason, { most: mostComments }),
    errors: {},
    typed: { ...typed, entry },
  };
}

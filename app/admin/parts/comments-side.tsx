import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { newCommentId } from "@/components/desk/comments/new-comment-id";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import { controlId, labelAt } from "@/components/desk/form/form-paths";
import type { FieldSpec } from "@/components/desk/form/form-spec";
import { may } from "@/lib/auth/actor";
import type { Said, Thread } from "@/lib/desk/comments/read-comments";
import type { OpenEntry } from "@/lib/desk/read/open";
import { type Typed, typedRows } from "@/lib/domain/fields/typed";
import { below, fieldOf, partsOf } from "@/lib/domain/paths";
import { mostCharacters } from "@/lib/domain/short-note";
import { replyToComment, sayComment, settleCommentOf } from "../actions/comments";
import { commentsHere } from "./comments-here";
import type { RecordSideProps } from "./record-side";
import { instantWords } from "../wording/instant";
import { specWords } from "../wording/spec-words";

/** Beside a record: what people say of it among themselves, each beside the value that it is about, and a place to say more. */
export async function CommentsSide({ actor, entry }: RecordSideProps) {
  const [t, words, threads] = await Promise.all([
    getTranslations("desk.comments"),
    specWords(),
    commentsHere(actor, entry.id),
  ]);
  const { fields } = buildFormSpec(entry.kind, entry.dossier?.sides ?? null, words);
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  const settled = threads.filter(({ resolvedAt }) => resolvedAt !== null);
  const lines = (some: Thread[]) => (
    <ul className="comment-threads">
      {some.map((thread) => (
        <li key={thread.id}>
          <ThreadLines
            thread={thread}
            entry={entry}
            fields={fields}
            maySettle={may(actor, "write") || thread.isOwn}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="comments" className="comments">
      <h2 id="comments">{t("heading", { count: open.length })}</h2>
      {lines(open)}
      {settled.length > 0 && (
        <details>
          <summary>{t("settled", { count: settled.length })}</summary>
          {lines(settled)}
        </details>
      )}
      <div id={newCommentId}>
        <AccountForm
          action={sayComment}
          hidden={{ entry: entry.id }}
          fields={[
            {
              ...{ name: "path", label: t("about"), type: "choice", value: "" },
              options: [
                { value: "", label: t("wholeRecord") },
                ...pathsIn(fields, entry.typed).map((path) => ({
                  value: path,
                  label: labelAt(fields, path, entry.typed),
                })),
              ],
            },
            { name: "text", label: t("text"), type: "lines", most: mostCharacters.comment },
          ]}
          submit={t("say")}
          waiting={t("waiting")}
          grave
        />
      </div>
    </section>
  );
}

/** What a comment can be about: every field, and of those with rows each row and its fields, as they were saved last. */
function pathsIn(fields: readonly FieldSpec[], typed: Typed): string[] {
  return fields.flatMap((field) => {
    if (field.key === "citations") return [];
    if (field.kind !== "rows") return [field.key];
    const rows = typedRows(typed[field.key]).flatMap(({ id }) =>
      typeof id === "string"
        ? [below(field.key, id), ...field.of.map(({ key }) => below(field.key, id, key))]
        : [],
    );
    return [field.key, ...rows];
  });
}

/** Whether the row that a path leads to, or into, is not there any more. */
function isRowGone(path: string, typed: Typed): boolean {
  const [field = "", row] = partsOf(path);
  return row !== undefined && !typedRows(typed[field]).some(({ id }) => id === row);
}

interface ThreadProps {
  thread: Thread;
  entry: OpenEntry;
  fields: readonly FieldSpec[];
  maySettle: boolean;
}

async function ThreadLines({ thread, entry, fields, maySettle }: ThreadProps) {
  const [t, instant] = await Promise.all([getTranslations("desk.comments"), instantWords()]);
  const { path, resolvedAt, resolvedByName } = thread;
  const isGone = isRowGone(path, entry.typed);
  return (
    <article aria-label={t("one", { name: thread.madeByName })} className="comment-thread">
      {path !== "" && (
        <p className="comment-about">
          {isGone ? (
            t("rowGone", { field: labelAt(fields, fieldOf(path), entry.typed) })
          ) : (
            <a href={`#${controlId(path)}`}>{labelAt(fields, path, entry.typed)}</a>
          )}
        </p>
      )}
      <SaidLines said={thread} />
      {thread.replies.map((reply) => (
        <div key={reply.id} className="comment-reply">
          <SaidLines said={reply} />
        </div>
      ))}
      {resolvedAt !== null && (
        <p className="side-line">{t("settledBy", { name: resolvedByName ?? "", at: instant(resolvedAt) })}</p>
      )}
      <div className="comment-acts">
        {resolvedAt === null && (
          <details>
            <summary>{t("reply")}</summary>
            <AccountForm
              action={replyToComment}
              hidden={{ entry: entry.id, comment: thread.id }}
              fields={[{ name: "text", label: t("replyText"), type: "lines", most: mostCharacters.comment }]}
              submit={t("sendReply")}
              waiting={t("waiting")}
              grave
            />
          </details>
        )}
        {maySettle && (
          <AccountForm
            action={settleCommentOf}
            hidden={{ entry: entry.id, comment: thread.id, to: resolvedAt === null ? "settled" : "open" }}
            submit={t(resolvedAt === null ? "settle" : "reopen")}
            waiting={t("waiting")}
            grave
          />
        )}
      </div>
    </article>
  );
}

async function SaidLines({ said }: { said: Said }) {
  const instant = await instantWords();
  return (
    <>
      <p className="comment-text">{said.text}</p>
      <p className="side-line">
        {said.madeByName}, <time dateTime={said.madeAt}>{instant(said.madeAt)}</time>
      </p>
    </>
  );
}

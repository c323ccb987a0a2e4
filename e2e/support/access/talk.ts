/** How to ask for what people say of a record among themselves: reviews, comments, readers' reports, notices. */
import { randomUUID } from "node:crypto";
import { formOf } from "../call-action";
import { hire, type Member } from "../crew";
import { type FormValues } from "../records";
import { one } from "../traces";
import { account, blank, type Cases, ownDossier, type Prepare, type Prepared, record } from "./prepare";

/** A record of its own that waits for review, submitted by an account. */
const forReview =
  (values: FormValues, madeBy: (caller: Member) => string = () => randomUUID()) =>
  async (caller: Member): Promise<Prepared> => {
    const { standing, word } = await record();
    const { id, version } = standing;
    const review = await one<{ id: string }>(
      `INSERT INTO "Review" ("id", "entryId", "entryVersion", "madeById", "madeByName")
       VALUES (gen_random_uuid(), $1, $2, $3, 'A writer') RETURNING "id"`,
      ...[id, version, madeBy(caller)],
    );
    const form = formOf({ id: review.id, version: "1", ...values, ...(values.kind && { entry: id }) });
    return { page: `/admin/sources/${id}`, args: [blank, form], marks: [word, id] };
  };

/** A comment on a record of its own, made by an account; `values` are sent with it. */
const forComment =
  (values: FormValues, madeBy: (caller: Member) => string = () => randomUUID()) =>
  async (caller: Member): Promise<Prepared> => {
    const { standing, word } = await record();
    const { id } = standing;
    const comment = await one<{ id: string }>(
      `INSERT INTO "Comment" ("id", "entryId", "text", "madeById", "madeByName")
       VALUES (gen_random_uuid(), $1, 'Said', $2, 'A reader') RETURNING "id"`,
      ...[id, madeBy(caller)],
    );
    const form = formOf({ entry: id, comment: comment.id, ...values });
    return { page: `/admin/sources/${id}`, args: [blank, form], marks: [word, id] };
  };

/** A reader's report on a record, which is open. */
async function reportOn(entryId: string): Promise<string> {
  const { id } = await one<{ id: string }>(
    `INSERT INTO "ErrorReport" ("id", "entryId", "text") VALUES (gen_random_uuid(), $1, 'Wrong') RETURNING "id"`,
    entryId,
  );
  return id;
}

/** A reader's report on a record of its own; `values` are sent with it. */
const forReport =
  (values: FormValues): Prepare =>
  async () => {
    const { standing, word } = await record();
    const report = await reportOn(standing.id);
    const form = formOf({ report, ...values });
    return { page: `/admin/sources/${standing.id}`, args: [blank, form], marks: [word, report] };
  };

/** A notice that an account has not read. */
async function unreadBy(userId: string): Promise<Prepared> {
  const { standing } = await record();
  const notice = await one<{ id: string }>(
    `INSERT INTO "DeskNotice" ("id", "userId", "entryId", "about", "byName")
     VALUES (gen_random_uuid(), $1, $2, 'comment', 'A reader') RETURNING "id"`,
    ...[userId, standing.id],
  );
  return { page: "/admin/notices", args: [formOf({ entry: standing.id })], marks: [notice.id] };
}

/** The cases of what people say of a record among themselves: reviews, comments, readers' reports, notices. */
export const talkCases = {
  "app/admin/actions/review.ts#acceptSubmitted": {
    "accept what was submitted": forReview({ kind: "source", changeNote: "", confirmed: "" }),
  },
  "app/admin/actions/review.ts#returnSubmitted": {
    "return what was submitted": forReview({ answer: "Which issue?\u0007" }),
  },
  "app/admin/actions/review.ts#withdrawSubmitted": {
    "take back what one has submitted": forReview({}, ({ id }) => id),
    "take back what another has submitted": forReview({}),
  },
  "app/admin/actions/review.ts#askForReviews": {
    "have a dossier ask for reviews": async () => {
      const id = await ownDossier();
      return account(`/admin/dossiers/${id}/home`, { dossier: id, version: "0", asks: "yes" }, id);
    },
  },
  "app/admin/actions/comments.ts#sayComment": {
    "comment on a record": async () => {
      const { standing, word } = await record();
      const form = formOf({ entry: standing.id, path: "title", text: "Which issue?\u0007" });
      return { page: `/admin/sources/${standing.id}`, args: [blank, form], marks: [word, standing.id] };
    },
  },
  "app/admin/actions/comments.ts#replyToComment": { "reply to a comment": forComment({ text: "The third" }) },
  "app/admin/actions/comments.ts#settleCommentOf": {
    "settle another person's comment": forComment({ to: "settled" }),
    "settle one's own comment": forComment({ to: "settled" }, ({ id }) => id),
  },
  "app/admin/actions/reports.ts#answerReportOf": {
    "answer a reader's report": forReport({ answer: "Mended\u0007" }),
  },
  "app/admin/actions/reports.ts#settleReportOf": { "settle a reader's report": forReport({ to: "settled" }) },
  "app/admin/actions/reports.ts#sayRecordUnderReview": {
    "say on a record's page that it is under review": async () => {
      const { standing, word } = await record("publish");
      await reportOn(standing.id);
      const form = formOf({ entry: standing.id, says: "yes" });
      return { page: `/admin/sources/${standing.id}`, args: [blank, form], marks: [word, standing.id] };
    },
  },
  "app/admin/notices/actions.ts#readNotices": {
    "note that one has read one's notices": ({ id }) => unreadBy(id),
    "note that another has read theirs": async () => unreadBy((await hire("viewer")).id),
  },
} satisfies Partial<Cases>;

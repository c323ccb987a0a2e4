/** What the audit log calls acts. Their words stand under `desk.audit.acts`. */
import { type RecordAction, moveNames } from "./lifecycle";

/** Acts that are no move of a record. */
const otherActions = [
  ...([
    "account.add",
    "account.role",
    "account.limits",
    "account.disable",
    "account.enable",
    "account.firstAdmin",
  ] as const),
  ...(["account.password", "account.ownPassword", "account.endSessions", "account.backup"] as const),
  ...([
    "account.secondStep",
    "account.secondStepEnd",
    "account.recoveryCode",
    "account.recoveryCodes",
  ] as const),
  ...(["account.secondStepResetBegin", "account.secondStepReset", "account.secondStepResetOff"] as const),
  ...(["account.passkeyAdd", "account.passkeyRename", "account.passkeyRemove"] as const),
  ...(["account.passkeyUse", "account.passkeyRefused"] as const),
  ...(["account.data", "account.forget"] as const),
  ...(["account.invite", "account.inviteWithdraw", "account.inviteUse"] as const),
  ...(["account.resetAsk", "account.resetBegin", "account.resetUse", "account.wrongLink"] as const),
  ...(["account.signIn", "account.signInWrong", "account.signInThrottled"] as const),
  ...(["account.signInRefused", "account.confirm", "account.signOut", "account.signOnLink"] as const),
  ...(["refused.role", "refused.origin", "refused.form"] as const),
  ...(["audit.download", "audit.prune", "database.restore", "key.use"] as const),
  ...(["bulk.publish", "bulk.unpublish", "bulk.trash", "bulk.verify"] as const),
  ...(["bulk.cite", "bulk.set", "bulk.undo"] as const),
  ...(["schedule.publish", "schedule.unpublish", "schedule.cancel", "schedule.note"] as const),
  ...(["schedule.done", "schedule.refused"] as const),
  ...(["review.ask", "review.askNot", "review.submit", "review.withdraw"] as const),
  ...(["review.accept", "review.rewrite", "review.return"] as const),
  ...(["comment.add", "comment.reply", "comment.resolve", "comment.reopen"] as const),
  ...(["report.receive", "report.answer", "report.settle", "report.reopen"] as const),
  ...(["report.show", "report.hide"] as const),
  ...(["view.share", "view.unshare", "view.rename", "view.remove"] as const),
  ...(["template.keep", "template.rename", "template.remove"] as const),
  ...(["subject.add", "subject.rename", "country.name", "calendar.make", "calendar.revoke"] as const),
  ...(["address.check", "retention.set", "about.write"] as const),
];

export type AuditAction = RecordAction | (typeof otherActions)[number];

/** Every act that the desk notes, and those of the first dossier's making and of the rule for old versions. */
export const auditActions: readonly string[] = [
  ...["create", ...moveNames],
  ...["prune", "seed-begun", "seed-done"],
  ...otherActions,
];

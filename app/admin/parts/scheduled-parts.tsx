import { getTranslations } from "next-intl/server";
import { RecordLink } from "@/components/desk/record-link";
import { cache } from "react";
import { AccountForm } from "@/components/desk/account/account-form";
import { type Actor, may } from "@/lib/auth/actor";
import type { OpenEntry } from "@/lib/desk/read/open";
import { scheduledFor } from "@/lib/desk/scheduled/read-scheduled";
import type { ScheduledMove } from "@/lib/desk/scheduled/scheduled-move";
import { kinds } from "@/lib/domain/kinds/registry";
import { cancelSchedule, noteSchedule } from "../actions/schedule";
import { resultWords, scheduledWords } from "../wording/scheduled";

/** What is scheduled for one record, read once for its page. */
export const scheduledHere = cache(scheduledFor);

const recordPath = ({ kind, entryId }: ScheduledMove) => `/admin/${kinds[kind].path}/${entryId}`;

/** Beside a record: what waits for its time, with ways to call it off and to schedule more. */
export async function ScheduleSide({ actor, entry }: { actor: Actor; entry: OpenEntry }) {
  if (entry.state === "trashed") return null;
  const [t, { waiting }] = await Promise.all([
    getTranslations("desk.schedule"),
    scheduledHere(actor, entry.id),
  ]);
  const mayPublish = may(actor, "publish");
  if (waiting.length === 0 && !mayPublish) return null;
  const path = `/admin/${kinds[entry.kind].path}/${entry.id}`;
  return (
    <section aria-labelledby="schedule">
      <h2 id="schedule">{t("side")}</h2>
      <ul>
        {waiting.map((one) => (
          <WaitingLine key={one.id} one={one} back={path} mayCancel={mayPublish} />
        ))}
      </ul>
      {mayPublish && (
        <a href={`${path}/schedule`} data-in-box>
          {t("link")}
        </a>
      )}
    </section>
  );
}

interface WaitingLineProps {
  one: ScheduledMove;
  /** The page on which it stands. */
  back: string;
  mayCancel: boolean;
}

async function WaitingLine({ one, back, mayCancel }: WaitingLineProps) {
  const t = await getTranslations("desk.schedule");
  return (
    <li>
      <time dateTime={one.dueAt}>{await scheduledWords(one)}</time>
      <span className="side-line">{t("by", { name: one.madeByName })}</span>
      {one.isOutdated && <p className="field-problem">{t("outdated")}</p>}
      {mayCancel && (
        <AccountForm
          action={cancelSchedule}
          hidden={{ id: one.id, version: String(one.version), back }}
          submit={t("cancel")}
          waiting={t("waiting")}
          grave
        />
      )}
    </li>
  );
}

/** What came of what was scheduled, for one record or for all, until an editor takes note of it. */
export async function ScheduleNotices({
  actor,
  unnoted,
  back,
}: {
  actor: Actor;
  unnoted: ScheduledMove[];
  back: string;
}) {
  const t = await getTranslations("desk.schedule");
  const told = await Promise.all(unnoted.map(async (one) => ({ one, words: await resultWords(one) })));
  return told.map(
    ({ one, words }) =>
      words && (
        <section
          key={one.id}
          aria-label={t("notice")}
          className={one.result?.state === "refused" ? "notice notice-danger" : "notice notice-warn"}
        >
          <p>
            <a href={recordPath(one)}>{one.title || one.entryId}</a>: {words.says}
          </p>
          <ul>
            {words.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {words.records.map(({ href, title, kind }) => (
              <li key={`${title} ${href}`}>
                <RecordLink href={href}>{title}</RecordLink>, {kind}
              </li>
            ))}
          </ul>
          {may(actor, "publish") && (
            <AccountForm
              action={noteSchedule}
              hidden={{ id: one.id, version: String(one.version), back }}
              submit={t("noted")}
              waiting={t("waiting")}
              grave
            />
          )}
        </section>
      ),
  );
}

/** On the dashboard: what waits for its time, the next first. */
export async function ScheduledLines({ waiting }: { waiting: ScheduledMove[] }) {
  const t = await getTranslations("desk.schedule");
  const lines = await Promise.all(waiting.map(async (one) => ({ one, says: await scheduledWords(one) })));
  if (lines.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="entry-lines">
      {lines.map(({ one, says }) => (
        <li key={one.id}>
          <a href={recordPath(one)}>{one.title || one.entryId}</a>
          <span className="side-line">
            {says}. {one.isOutdated && t("outdated")}
          </span>
        </li>
      ))}
    </ul>
  );
}

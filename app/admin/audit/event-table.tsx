import { getTranslations } from "next-intl/server";
import type { LoggedEvent, LogFilter } from "@/lib/auth/audit-log";
import { kinds } from "@/lib/domain/kinds/registry";
import { actWords } from "../wording/act-words";
import { instantWords } from "../wording/instant";

/** Events of the audit log, a line for each. */
export async function EventTable({ events, filter }: { events: LoggedEvent[]; filter: LogFilter }) {
  const [t, instant, act] = await Promise.all([getTranslations("desk.audit"), instantWords(), actWords()]);
  return (
    <div className="table-frame">
      <table className="desk-table cards">
        <thead>
          <tr>
            {[t("at"), t("by"), t("action"), t("subject"), t("detail")].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td className="list-when" data-label={t("at")}>
                {instant(event.at.toISOString())}
              </td>
              <td data-label={t("by")}>
                {event.byName}
                {event.network && <span className="side-line">{event.network}</span>}
              </td>
              <td data-label={t("action")}>{act(event.action)}</td>
              <td className="wrap-anywhere" data-label={t("subject")}>
                <Subject event={event} isAsked={filter.record !== undefined} only={t("only")} />
              </td>
              <td className="text-note wrap-anywhere" data-label={t("detail")}>
                <Detail event={event} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SubjectProps {
  event: LoggedEvent;
  /** Whether the log is that of one record already. */
  isAsked: boolean;
  /** What the link to the events of this record alone is called. */
  only: string;
}

function Subject({ event: { subject, record, kind, title, version }, isAsked, only }: SubjectProps) {
  if (record === null) return subject;
  const path = Object.entries(kinds).find(([key]) => key === kind)?.[1].path;
  return (
    <>
      {path ? <a href={`/admin/${path}/${record}/history`}>{title || subject}</a> : title || subject}
      {version !== null && <span className="text-muted"> {version}</span>}
      {!isAsked && (
        <span className="side-line">
          <a href={`/admin/audit?record=${record}`}>{only}</a>
        </span>
      )}
    </>
  );
}

/** What was before and after, and what else is known of it. */
function Detail({ event: { detail, requestId } }: { event: LoggedEvent }) {
  const { from, to, ...rest } = detail;
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const others = Object.entries(rest).filter(([, value]) => value !== null && value !== "");
  return (
    <>
      {from !== undefined && to !== undefined && (
        <div>
          <del>{text(from)}</del> → <ins>{text(to)}</ins>
        </div>
      )}
      {others.map(([name, value]) => (
        <div key={name}>
          {name}: {text(value).slice(0, 300)}
        </div>
      ))}
      {requestId && <div className="text-muted">{requestId}</div>}
    </>
  );
}

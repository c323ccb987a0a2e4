import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listUsers } from "@/lib/auth/accounts";
import { type LogFilter, loggedActions, readEvents, readLogFilter } from "@/lib/auth/audit-log";
import { requireVisitor } from "@/lib/auth/session";
import { ConfirmFirst } from "../account/confirm-first";
import { actWords } from "../wording/act-words";
import { EventTable } from "./event-table";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the page of the audit log is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.audit"))("title") };
}

/** Who did what, for admins: filtered by the address, the newest first. */
export default async function AuditPage({ searchParams }: Props) {
  const admin = await requireVisitor("manage", "/admin/audit");
  const asked = await searchParams;
  const filter = readLogFilter(asked);
  const cursor = typeof asked.before === "string" ? asked.before : undefined;
  const [t, act, people, actions, { events, next }] = await Promise.all([
    getTranslations("desk.audit"),
    actWords(),
    listUsers(admin),
    loggedActions(admin),
    readEvents(admin, filter, cursor),
  ]);
  return (
    <div className="space-y-6">
      <header>
        <h1>{t("title")}</h1>
        <p className="mt-1 max-w-measure text-muted">{t("lead")}</p>
      </header>
      <form method="get" action="/admin/audit" className="list-filters" aria-label={t("filters")}>
        <Choice name="by" label={t("by")} value={filter.by} all={t("everyone")}>
          {people.map(({ id, name }) => [id, name])}
        </Choice>
        <Choice name="action" label={t("action")} value={filter.action} all={t("everything")}>
          {actions.map((action) => [action, act(action)])}
        </Choice>
        <Day name="from" label={t("from")} value={filter.from} />
        <Day name="to" label={t("to")} value={filter.to} />
        {filter.record && <input type="hidden" name="record" value={filter.record} />}
        <div className="btn-row">
          <button className="btn">{t("show")}</button>
          {Object.keys(filter).length > 0 && <a href="/admin/audit">{t("clear")}</a>}
        </div>
      </form>
      {events.length === 0 ? <p>{t("none")}</p> : <EventTable events={events} filter={filter} />}
      <nav aria-label={t("pages")} className="list-pages">
        {cursor && (
          <a className="btn" href={auditHref(filter)}>
            {t("newest")}
          </a>
        )}
        {next && (
          <a className="btn" href={auditHref(filter, { before: next })}>
            {t("older")}
          </a>
        )}
      </nav>
      <ConfirmFirst isConfirmed={admin.isConfirmed} />
      <p className="text-note text-muted">
        {t("download")}{" "}
        <a href={auditHref(filter, {}, "/admin/audit/events.csv")} download>
          CSV
        </a>
        {", "}
        <a href={auditHref(filter, {}, "/admin/audit/events.jsonl")} download>
          JSON
        </a>
      </p>
    </div>
  );
}

/** The address of the log with a filter, and what else it says. */
function auditHref(filter: LogFilter, more: Record<string, string> = {}, path = "/admin/audit"): string {
  const query = new URLSearchParams(
    Object.entries({ ...filter, ...more }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return query.size > 0 ? `${path}?${query}` : path;
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string | undefined;
  /** What the choice of all is called. */
  all: string;
  /** The others, each with its value and its name. */
  children: string[][];
}

function Choice({ name, label, value, all, children }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={value ?? ""} className="control">
        <option value="">{all}</option>
        {children.map(([one, called]) => (
          <option key={one} value={one}>
            {called}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label>
      {label}
      <input type="date" name={name} defaultValue={value} className="control" />
    </label>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { type Actor, may } from "@/lib/auth/actor";
import { requireVisitor } from "@/lib/auth/session";
import { type CalendarEntry, deskCalendar } from "@/lib/desk/read/calendar";
import { dossierById } from "@/lib/desk/read/choices";
import type { DossierName } from "@/lib/desk/read/open";
import { calendarLinks } from "@/lib/desk/settings/calendar-links";
import { kinds } from "@/lib/domain/kinds/registry";
import { dayAfter } from "@/lib/domain/periods-in-words";
import { todaysDay } from "@/lib/domain/today";
import { ConfirmFirst } from "../account/confirm-first";
import type { Asked } from "../parts/list-query";
import { instantWords } from "../wording/instant";
import { makeAddress, revokeAddress } from "./actions";
import { happeningWords } from "./happening-words";

/** What the calendar is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.calendar"))("title") };
}

/** The days of the coming year: anniversaries, ends of terms, and last days for notice; of one dossier or of all. */
export default async function CalendarPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireVisitor("read");
  const { dossier: wanted } = await searchParams;
  const dossier = typeof wanted === "string" ? await dossierById(actor, wanted) : null;
  const today = todaysDay();
  const span = { first: today, last: dayAfter(today, { months: 12, days: 0 }) };
  const [days, t] = await Promise.all([
    deskCalendar(actor, dossier?.id ?? null, span),
    getTranslations("desk.calendar"),
  ]);
  return (
    <div className="record-middle">
      <header className="record-head" data-dossier={dossier?.id}>
        {dossier && (
          <p className="record-crumbs">
            <a href={`/admin/dossiers/${dossier.id}/home`}>{dossier.title}</a>
            <span aria-hidden="true"> · </span>
            <a href="/admin/calendar">{t("all")}</a>
          </p>
        )}
        <h1>{t("title")}</h1>
        <p className="record-who">{t("lead")}</p>
      </header>
      {days.length === 0 ? <p className="list-none">{t("none")}</p> : <Months days={days} />}
      {dossier && <Addresses actor={actor} dossier={dossier} />}
    </div>
  );
}

const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const dayOf = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

async function Months({ days }: { days: CalendarEntry[] }) {
  const inWords = await happeningWords();
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))];
  return months.map((one) => (
    <section key={one} aria-labelledby={`month-${one}`} className="mt-6">
      <h2 id={`month-${one}`}>{month.format(new Date(`${one}-01`))}</h2>
      <ul className="entry-lines">
        {days
          .filter(({ day }) => day.startsWith(one))
          .map((entry) => (
            <li key={`${entry.id} ${entry.what} ${entry.day}`} className="calendar-line">
              <time dateTime={entry.day} className="calendar-day">
                {dayOf.format(new Date(entry.day))}
              </time>{" "}
              <a href={`/admin/${kinds[entry.kind].path}/${entry.id}`}>{inWords(entry)}</a>
            </li>
          ))}
      </ul>
    </section>
  ));
}

/** The private addresses under which calendar programs read a dossier's calendar. */
async function Addresses({ actor, dossier }: { actor: Actor; dossier: DossierName }) {
  const [t, links, instant] = await Promise.all([
    getTranslations("desk.calendar"),
    calendarLinks(actor, dossier.id),
    instantWords(),
  ]);
  if (!may(actor, "write")) return null;
  return (
    <section aria-labelledby="addresses" className="mt-8">
      <h2 id="addresses">{t("addresses")}</h2>
      <p className="field-help mb-3">{t("addressesHelp")}</p>
      <ConfirmFirst isConfirmed={actor.isConfirmed} />
      <AccountForm
        action={makeAddress}
        hidden={{ dossier: dossier.id }}
        submit={t("make")}
        waiting={t("waiting")}
      />
      <ul className="entry-lines mt-4">
        {links.map(({ id, madeAt, madeByName }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span>{t("madeBy", { name: madeByName, at: instant(madeAt) })}</span>
            <AccountForm
              action={revokeAddress}
              hidden={{ id }}
              submit={t("revoke")}
              waiting={t("waiting")}
              grave
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

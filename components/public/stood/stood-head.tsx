import { useTranslations } from "next-intl";
import type { ChangedSince } from "@/lib/domain/stood/course";
import type { Moment } from "@/lib/domain/stood/moment";
import { ChangeLog } from "../changes/change-log";
import { ChangesLink } from "../changes/versions-link";
import { Day } from "../frame/date-text";
import type { Setting } from "../frame/setting";

interface Props {
  moment: Moment;
  /** Why there is nothing to show; null where there is. Instants are ISO. */
  nothing:
    | { is: "before"; first: string | null }
    | { is: "away"; at: string }
    | { is: "too much" | "to come" }
    | null;
  /** The latest first; above all dossiers each may say of which it is. */
  since: readonly (ChangedSince & { dossierSlug?: string; dossierTitle?: string })[];
  /** The dossier that the page is of; none above all dossiers. */
  dossier?: { setting: Setting; title: string };
  /** The address of the page as it is now. */
  today: string;
}

/** So many changes are told at once, and at most so many on the page. */
const room = { atOnce: 6, atMost: 60 };

/** Says that a page is shown as it stood here at a moment, and in words what was added, changed and withdrawn since. */
export function StoodHead({ moment, nothing, since, dossier, today }: Props) {
  const t = useTranslations("stood");
  const rich = { moment: () => <MomentText moment={moment} /> };
  return (
    <>
      <div className="mt-6 max-w-measure border-l-2 border-ink py-1 pl-4">
        <p>
          {nothing ? <Nothing nothing={nothing} moment={moment} /> : t.rich("head", rich)}{" "}
          {!nothing && t("changed", { count: since.length })} <a href={today}>{t("today")}</a>
        </p>
        {since.some(({ happened }) => happened === "withdrawn" || happened === "again") && (
          <p className="label mt-1">{t("withdrawn")}</p>
        )}
      </div>
      {since.length > 0 && (
        <section aria-labelledby="since" className="mt-8">
          <h2 id="since" className="mb-4 text-section">
            {t("since")}
          </h2>
          <Told changes={since.slice(0, room.atOnce)} dossier={dossier} />
          {since.length > room.atOnce && (
            <details className="mt-4">
              <summary className="inline-block min-h-6 cursor-pointer font-sans text-label text-accent">
                {t("more", { count: Math.min(since.length, room.atMost) - room.atOnce })}
              </summary>
              <div className="mt-4">
                <Told changes={since.slice(room.atOnce, room.atMost)} dossier={dossier} />
              </div>
            </details>
          )}
          {dossier && (
            <p className="mt-4">
              <ChangesLink setting={dossier.setting} />
            </p>
          )}
        </section>
      )}
    </>
  );
}

function Told({ changes, dossier }: { changes: Props["since"]; dossier: Props["dossier"] }) {
  const own = { dossierSlug: dossier?.setting.slug ?? "", dossierTitle: dossier?.title ?? "" };
  const ofSite = changes.some(({ dossierTitle }) => dossierTitle !== undefined);
  return <ChangeLog changes={changes.map((one) => ({ ...own, ...one }))} ofSite={ofSite} />;
}

function Nothing({ nothing, moment }: { nothing: NonNullable<Props["nothing"]>; moment: Moment }) {
  const t = useTranslations("stood");
  const at = () => <MomentText moment={moment} />;
  const day = (instant: string) => () => <Day instant={instant} />;
  switch (nothing.is) {
    case "before":
      return nothing.first === null
        ? t.rich("notThen", { moment: at })
        : t.rich("before", { moment: at, day: day(nothing.first) });
    case "away":
      return t.rich("away", { moment: at, day: day(nothing.at) });
    case "too much":
      return t.rich("tooMuch", { moment: at });
    case "to come":
      return t.rich("toCome", { moment: at });
  }
}

/** The moment in words, to the second: the end of a day is called by its day. */
function MomentText({ moment: { at, isDay } }: { moment: Moment }) {
  const t = useTranslations("stood");
  return isDay ? (
    t.rich("endOf", { day: () => <Day instant={at} /> })
  ) : (
    <>
      <Day instant={at} />
      {t("time", { time: at.slice(11, 19) })}
    </>
  );
}

import { getTranslations } from "next-intl/server";
import type { ShownNotice } from "@/lib/desk/notices/read-notices";
import { kinds } from "@/lib/domain/kinds/registry";
import { instantWords } from "../wording/instant";

/** What a person was told, a line each: who did what to which record, when, and in which words. */
export async function NoticeLines({ notices }: { notices: readonly ShownNotice[] }) {
  const [t, tKinds, tDesk, instant] = await Promise.all([
    getTranslations("desk.notices"),
    getTranslations("kinds"),
    getTranslations("desk.dashboard"),
    instantWords(),
  ]);
  if (notices.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="entry-lines">
      {notices.map(({ id, about, byName, text, times, at, isUnread, entryId, kind, title }) => (
        <li key={id} className={isUnread ? "notice-unread" : undefined}>
          {isUnread && <span className="badge badge-changed">{t("unread")}</span>}{" "}
          <a href={`/admin/${kinds[kind].path}/${entryId}`}>
            {title || tDesk("untitled", { one: tKinds(`${kind}.one`) })}
          </a>
          <span className="side-line">
            {t(`about.${about}`, { name: byName })}, <time dateTime={at}>{instant(at)}</time>
            {times > 1 && `, ${t("times", { times })}`}
          </span>
          {text !== "" && <span className="review-said">{text}</span>}
        </li>
      ))}
    </ul>
  );
}

import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import { SignOut } from "@/components/desk/shell/sign-out";
import { signOut } from "../account/sign-out";
import { mostUnread, unreadCount } from "@/lib/desk/notices/read-notices";
import { DeskBox } from "./desk-box";

/** The line above every page of the desk: where one is, who one is, the way out. */
export async function DeskHeader({ actor }: { actor: Actor | null }) {
  const t = await getTranslations("desk");
  return (
    <header className="desk-header">
      <a href="/admin" className="desk-name">
        {t("name")}
      </a>
      <a href="/" className="desk-header-link">
        {t("nav.site")}
      </a>
      {actor && (
        <a href="/admin/search" className="desk-header-link" accessKey="/">
          {t("nav.search")}
        </a>
      )}
      {actor && <DeskBox actor={actor} />}
      {actor && (
        <div className="desk-who">
          <NoticesLink actor={actor} />
          <a href="/admin/shortcuts" className="desk-header-link desk-header-keys">
            {t("nav.shortcuts")}
          </a>
          <a href="/admin/account" className="desk-header-link" title={t("nav.account")}>
            {t("nav.signedInAs", { name: actor.name, role: t(`roles.${actor.role}`) })}
          </a>
          <SignOut
            label={t("nav.signOut")}
            question={t("nav.signOutAsk")}
            account={actor.id ?? ""}
            signOut={signOut}
          />
        </div>
      )}
    </header>
  );
}

/** The way to what one was told, with how much of it is unread. */
async function NoticesLink({ actor }: { actor: Actor }) {
  const [t, count] = await Promise.all([getTranslations("desk.notices"), unreadCount(actor)]);
  return (
    <a href="/admin/notices" className="desk-header-link">
      {count > mostUnread ? t("linkMany", { most: mostUnread }) : t("link", { count })}
    </a>
  );
}

import { getTranslations } from "next-intl/server";
import { allOf } from "@/lib/domain/intl-formats";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { type Asked, listHref, notUnderstood } from "./list-query";

/** No longer part of an address is said again. */
const longest = 60;

/** Says what of a list's address means nothing there, so that no one takes what is listed for what was asked; else nothing. */
export async function NotUnderstood({ kind, asked }: { kind: KindKey; asked: Asked }) {
  const wrong = notUnderstood(kind, asked);
  if (wrong.length === 0) return null;
  const t = await getTranslations("desk.list");
  const parts = wrong.map((key) => `${key}=${[asked[key]].flat().join(",").slice(0, longest)}`);
  const without = Object.fromEntries(wrong.map((key) => [key, null]));
  return (
    <p role="status" className="notice notice-warn">
      {t("notUnderstood", { parts: allOf(parts, "en") })}{" "}
      <a href={listHref(`/admin/${kindOf(kind).path}`, asked, without)}>{t("leaveOut")}</a>
    </p>
  );
}

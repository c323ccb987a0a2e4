import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import { type Broken, brokenBy } from "@/lib/desk/bulk/read-change-set";
import { kinds } from "@/lib/domain/kinds/registry";
import { isPublic } from "@/lib/domain/lifecycle";

/** What taking records away would break: the published records that refer to them, and the drafts. */
export async function BrokenLines({ actor, setId }: { actor: Actor; setId: string }) {
  const [t, broken] = await Promise.all([getTranslations("desk.bulk"), brokenBy(actor, setId)]);
  if (broken.length === 0) return <p className="mb-5">{t("breaksNothing")}</p>;
  const [published, drafts] = [
    broken.filter(({ state }) => isPublic(state)),
    broken.filter(({ state }) => !isPublic(state)),
  ];
  return (
    <section aria-labelledby="breaks" className="notice notice-warn">
      <h2 id="breaks">{t("breaks")}</h2>
      <Lines heading={t("breaksPublished")} rows={published} />
      <Lines heading={t("breaksDrafts")} rows={drafts} />
    </section>
  );
}

async function Lines({ heading, rows }: { heading: string; rows: readonly Broken[] }) {
  const [t, tKinds] = await Promise.all([getTranslations("desk.bulk"), getTranslations("kinds")]);
  if (rows.length === 0) return null;
  return (
    <>
      <p className="mt-2">{heading}</p>
      <ul>
        {rows.map(({ id, kind, title, to }) => (
          <li key={`${id} ${to.id}`}>
            <a href={`/admin/${kinds[kind].path}/${id}`}>{title || tKinds(`${kind}.one`)}</a>{" "}
            {t("refersTo", { title: to.title || tKinds(`${to.kind}.one`) })}
          </li>
        ))}
      </ul>
    </>
  );
}

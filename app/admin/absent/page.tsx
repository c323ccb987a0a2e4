import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/lib/auth/session";

/** What the page for what is not there is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.absent"))("title") };
}

/**
 * The desk's page for what is not there. The server sends it with status 404 in the place of what `notFound()` makes, which
 * is a document that only scripts fill: server/next/desk-proxy.ts.
 */
export default async function AbsentPage() {
  const [actor, t] = await Promise.all([currentActor(), getTranslations("desk.absent")]);
  return (
    <div className="absent">
      <p className="text-muted">404</p>
      <h1>{t("title")}</h1>
      <p className="my-4">{t("text")}</p>
      {actor ? (
        <>
          <form action="/admin/search" role="search" className="absent-search">
            <label htmlFor="q" className="field-label">
              {t("search")}
            </label>
            <span className="absent-line">
              <input id="q" name="q" type="search" className="control" />
              <button className="btn">{t("find")}</button>
            </span>
          </form>
          <p>
            <a href="/admin">{t("dashboard")}</a>
          </p>
        </>
      ) : (
        <p>
          <a href="/admin/sign-in">{t("signIn")}</a>
        </p>
      )}
    </div>
  );
}

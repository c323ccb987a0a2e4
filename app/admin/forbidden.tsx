import { getTranslations } from "next-intl/server";

/** What a signed-in person sees of a page that their role does not open. */
export default async function Forbidden() {
  const t = await getTranslations("desk.accounts.forbidden");
  return (
    <div className="mx-auto max-w-md py-8">
      <h1>{t("title")}</h1>
      <p className="my-4">{t("text")}</p>
      <p>
        <a href="/admin">{t("back")}</a>
      </p>
    </div>
  );
}

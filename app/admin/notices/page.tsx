import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/desk/sending/action-form";
import { requireVisitor } from "@/lib/auth/session";
import { noticesFor } from "@/lib/desk/notices/read-notices";
import { NoticeLines } from "../parts/notice-lines";
import { readNotices } from "./actions";

/** What the list of one's notices is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.notices"))("title") };
}

/** What the reader was told: of submissions, of what became of theirs, and of comments where they have a part. */
export default async function NoticesPage() {
  const actor = await requireVisitor("read");
  const [notices, t] = await Promise.all([noticesFor(actor), getTranslations("desk.notices")]);
  return (
    <>
      <header className="list-head">
        <h1>{t("title")}</h1>
        {notices.some(({ isUnread }) => isUnread) && (
          <ActionForm action={readNotices}>
            <button className="btn">{t("readAll")}</button>
          </ActionForm>
        )}
      </header>
      <p className="mb-5 max-w-measure text-muted">{t("lead")}</p>
      <NoticeLines notices={notices} />
    </>
  );
}

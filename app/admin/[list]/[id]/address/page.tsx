import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AccountForm } from "@/components/desk/account/account-form";
import { requireVisitor } from "@/lib/auth/session";
import { hasSlugToChoose } from "@/lib/desk/publish/readdress";
import { changeAddress } from "../../../actions/change-address";
import { openPage, type RecordPageProps } from "../../../parts/open-record";
import { RecordLines } from "../../../parts/record-lines";

/** What the page of a record's address is called. */
export async function generateMetadata(props: RecordPageProps): Promise<Metadata> {
  const [{ entry }, t] = await Promise.all([openPage(props), getTranslations("desk.address")]);
  return { title: t("title", { record: entry.title || entry.id }) };
}

/** The address of a published record, for those who may publish: shown, and changed. */
export default async function AddressPage(props: RecordPageProps) {
  const { list, id } = await props.params;
  await requireVisitor("publish", `/admin/${list}/${id}/address`);
  const [{ entry }, t] = await Promise.all([openPage(props), getTranslations("desk.address")]);
  const { kind, slug, version, publicPath } = entry;
  if (!hasSlugToChoose(kind) || slug === null || publicPath === null) notFound();
  return (
    <RecordLines entry={entry} heading={t("title", { record: entry.title || entry.id })}>
      <p className="max-w-measure">{t("lead")}</p>
      <p className="my-4">
        <a href={publicPath}>{publicPath}</a>
      </p>
      <div className="max-w-md">
        <AccountForm
          action={changeAddress}
          hidden={{ kind, id, version: String(version) }}
          submit={t("submit")}
          waiting={t("waiting")}
          fields={[
            {
              name: "slug",
              label: t("slug"),
              help: t("slugHelp"),
              type: "text",
              autoComplete: "off",
              value: slug,
            },
          ]}
        />
      </div>
    </RecordLines>
  );
}

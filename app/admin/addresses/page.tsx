import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/desk/sending/action-form";
import { z } from "zod";
import { may } from "@/lib/auth/actor";
import { requireVisitor } from "@/lib/auth/session";
import { deadAddresses, type SourceAddress, uncheckedAddresses } from "@/lib/desk/read/source-addresses";
import { mostAddresses } from "@/lib/desk/write/check-addresses";
import { showPartialDate } from "@/lib/domain/date-words";
import { seenAddress } from "../parts/address-parts";
import type { Asked } from "../parts/list-query";
import { SettingsPage } from "../parts/settings-page";
import { markAddresses } from "./actions";

const shape = z.object({
  noted: z.coerce.number().int().min(0).max(mostAddresses).optional().catch(undefined),
});

/** What the page of sources' addresses is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.addresses"))("title") };
}

/** The addresses of sources that do not answer, as people said, and those that no one has looked at for longest. */
export default async function AddressesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireVisitor("read", "/admin/addresses");
  const { noted } = shape.parse(await searchParams);
  const [t, dead, unchecked] = await Promise.all([
    getTranslations("desk.addresses"),
    deadAddresses(actor),
    uncheckedAddresses(actor),
  ]);
  const canWrite = may(actor, "write");
  return (
    <SettingsPage title={t("title")} lead={t("lead")}>
      {noted !== undefined && (
        <p role="status" className="notice">
          {t("noted", { count: noted })}
        </p>
      )}
      <Addresses id="dead" rows={dead} canWrite={canWrite} />
      <Addresses id="unchecked" rows={unchecked} canWrite={canWrite} />
    </SettingsPage>
  );
}

interface AddressesProps {
  id: "dead" | "unchecked";
  rows: SourceAddress[];
  canWrite: boolean;
}

/** A list of addresses, which can be ticked by who may say whether they answer. A plain form. */
async function Addresses({ id, rows, canWrite }: AddressesProps) {
  const t = await getTranslations("desk.addresses");
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-serif text-lead">
        {t(id)}
      </h2>
      {rows.length === 0 ? (
        <p className="text-muted">{t(`${id}None`)}</p>
      ) : (
        <ActionForm action={markAddresses}>
          <AddressTable rows={rows} canWrite={canWrite} />
          {canWrite && (
            <p className="btn-row mt-3">
              <button name="answers" value="yes" className="btn">
                {t("answers")}
              </button>
              <button name="answers" value="no" className="btn">
                {t("answersNot")}
              </button>
            </p>
          )}
        </ActionForm>
      )}
    </section>
  );
}

async function AddressTable({ rows, canWrite }: Omit<AddressesProps, "id">) {
  const t = await getTranslations("desk.addresses");
  return (
    <div className="table-frame">
      <table className="desk-table cards">
        <thead>
          <tr>
            {canWrite && (
              <th scope="col">
                <span className="sr-only">{t("tick")}</span>
              </th>
            )}
            <th scope="col">{t("source")}</th>
            <th scope="col">{t("address")}</th>
            <th scope="col">{t("checked")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {canWrite && (
                <td className="list-tick">
                  <input
                    type="checkbox"
                    name="row"
                    value={seenAddress(row)}
                    aria-label={row.title || row.address}
                  />
                </td>
              )}
              <th scope="row">
                <a href={`/admin/sources/${row.id}`}>{row.title || row.address}</a>
              </th>
              <td data-label={t("address")} className="break-all">
                <a href={row.address} target="_blank" rel="noreferrer">
                  {row.address}
                </a>
                {row.archivedAddress && (
                  <span className="side-line">
                    <a href={row.archivedAddress} target="_blank" rel="noreferrer">
                      {t("archived")}
                    </a>
                  </span>
                )}
              </td>
              <td data-label={t("checked")} className="list-when">
                <Checked row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

async function Checked({ row: { checkedOn, checkedByName } }: { row: SourceAddress }) {
  const t = await getTranslations("desk.addresses");
  if (!checkedOn) return <span className="text-muted">{t("never")}</span>;
  const day = showPartialDate(checkedOn);
  return checkedByName ? t("checkedBy", { day, name: checkedByName }) : day;
}

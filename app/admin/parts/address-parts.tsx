import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/desk/sending/action-form";
import { may } from "@/lib/auth/actor";
import { addressOf, type SourceAddress } from "@/lib/desk/read/source-addresses";
import { showPartialDate } from "@/lib/domain/date-words";
import { markAddresses } from "../addresses/actions";
import type { RecordSideProps } from "./record-side";

/** An address as a form sends it: of which source, and as it was seen. */
export const seenAddress = ({ id, address }: Pick<SourceAddress, "id" | "address">) => `${id} ${address}`;

/** Beside a source: when its address was last looked at, and ways to say that it answers or not. */
export async function AddressSide({ actor, entry }: RecordSideProps) {
  const [t, source] = await Promise.all([getTranslations("desk.addresses"), addressOf(actor, entry.id)]);
  if (!source || entry.state === "trashed") return null;
  const { checkedOn, checkedByName, isDead } = source;
  const day = checkedOn && showPartialDate(checkedOn);
  return (
    <section aria-labelledby="address">
      <h2 id="address">{t("side")}</h2>
      <p className={isDead ? "field-problem" : undefined}>
        {!day ? t("sideNever") : t(isDead ? "sideDead" : "sideChecked", { day, name: checkedByName ?? "" })}
      </p>
      {may(actor, "write") && (
        <ActionForm action={markAddresses} className="btn-row mt-2">
          <input type="hidden" name="row" value={seenAddress(source)} />
          <input type="hidden" name="beside" value="yes" />
          <button name="answers" value="yes" className="btn">
            {t("answersOne")}
          </button>
          <button name="answers" value="no" className="btn">
            {t("answersNotOne")}
          </button>
        </ActionForm>
      )}
      <p className="mt-2">
        <a href="/admin/addresses">{t("all")}</a>
      </p>
    </section>
  );
}

import { getTranslations } from "next-intl/server";
import { VerifyForm } from "@/components/desk/verify-form";
import { may } from "@/lib/auth/actor";
import { abilityFor, isPublic } from "@/lib/domain/lifecycle";
import { markVerified } from "../actions/mark-verified";
import { instantWords } from "../wording/instant";
import { rawWords } from "../wording/spec-words";
import type { RecordSideProps } from "./record-side";

/** Beside a published record: when it was last checked against its sources, and a way to say that it was today. */
export async function VerifiedSide({ actor, entry }: RecordSideProps) {
  if (!isPublic(entry.state)) return null;
  const [t, instant, words] = await Promise.all([
    getTranslations("desk.verified"),
    instantWords(),
    rawWords("desk.verified"),
  ]);
  const { id, kind, version, state, lastVerifiedAt } = entry;
  const needed = abilityFor("verify", state);
  return (
    <section aria-labelledby="verified">
      <h2 id="verified">{t("title")}</h2>
      <p>{lastVerifiedAt ? <time dateTime={lastVerifiedAt}>{instant(lastVerifiedAt)}</time> : t("never")}</p>
      {needed === undefined && <p className="field-help">{t("whileChanged")}</p>}
      {needed !== undefined && may(actor, needed) && (
        <VerifyForm verify={markVerified} words={words} hidden={{ id, kind, version: String(version) }} />
      )}
    </section>
  );
}

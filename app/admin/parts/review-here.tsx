import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { ScheduleForm } from "@/components/desk/schedule/schedule-form";
import { type Actor, may } from "@/lib/auth/actor";
import type { OpenEntry } from "@/lib/desk/read/open";
import { type OpenReview, reviewOf } from "@/lib/desk/review/read-reviews";
import { mostCharacters } from "@/lib/domain/short-note";
import { acceptSubmitted, returnSubmitted, withdrawSubmitted } from "../actions/review";
import { instantWords } from "../wording/instant";

interface ReviewProps {
  actor: Actor;
  entry: OpenEntry;
  review: OpenReview;
}

/** Above a record: that it waits for review, with what can be made of it, or that it was returned, and why. */
export async function ReviewHere({ actor, entry }: { actor: Actor; entry: OpenEntry }) {
  const review = await reviewOf(actor, entry.id);
  if (!review) return null;
  return review.state === "returned" ? (
    <Returned review={review} />
  ) : (
    <Waiting actor={actor} entry={entry} review={review} />
  );
}

async function Returned({ review }: { review: OpenReview }) {
  const [t, instant] = await Promise.all([getTranslations("desk.review"), instantWords()]);
  return (
    <section aria-label={t("label")} className="notice notice-warn">
      <p>
        {t("returnedBy", {
          name: review.settledByName ?? "",
          at: review.settledAt ? instant(review.settledAt) : "",
        })}
      </p>
      <p className="review-said">{review.answer}</p>
    </section>
  );
}

async function Waiting({ actor, entry, review }: ReviewProps) {
  const [t, instant] = await Promise.all([getTranslations("desk.review"), instantWords()]);
  const { isOwn, isOutdated, note, madeByName, madeAt } = review;
  const mayPublish = may(actor, "publish");
  const isTrashed = entry.state === "trashed";
  return (
    <section aria-label={t("label")} className="notice review">
      <p>{t("waiting", { name: madeByName, at: instant(madeAt) })}</p>
      {note !== "" && <p className="review-said">{note}</p>}
      {isOutdated && <p className="field-problem">{t(isOwn ? "outdatedOwn" : "outdated")}</p>}
      {mayPublish && !isOwn && (
        <div className="review-ends">
          {!isOutdated && !isTrashed && <Accept entry={entry} review={review} />}
          <Return review={review} />
        </div>
      )}
      {mayPublish && isOwn && <p className="field-help">{t("ownHelp")}</p>}
      {isOwn && may(actor, "write") && (
        <AccountForm
          action={withdrawSubmitted}
          hidden={{ id: review.id, version: String(review.version) }}
          submit={t("withdraw")}
          waiting={t("sending")}
          grave
        />
      )}
    </section>
  );
}

async function Accept({ entry, review }: Pick<ReviewProps, "entry" | "review">) {
  const [t, tForm] = await Promise.all([getTranslations("desk.review"), getTranslations("desk.form")]);
  return (
    <ScheduleForm
      action={acceptSubmitted}
      hidden={{ id: review.id, version: String(review.version), kind: entry.kind, entry: entry.id }}
      fields={[
        {
          ...{ name: "changeNote", label: t("changeNote"), help: tForm("changeNote.help") },
          ...{ type: "text", autoComplete: "off" },
        },
      ]}
      words={{ submit: t("accept"), waiting: t("sending"), anyway: t("acceptAnyway") }}
    />
  );
}

async function Return({ review }: Pick<ReviewProps, "review">) {
  const t = await getTranslations("desk.review");
  return (
    <details>
      <summary>{t("returnIt")}</summary>
      <AccountForm
        action={returnSubmitted}
        hidden={{ id: review.id, version: String(review.version) }}
        fields={[{ name: "answer", label: t("answer"), type: "lines", most: mostCharacters.review }]}
        submit={t("return")}
        waiting={t("sending")}
        grave
      />
    </details>
  );
}

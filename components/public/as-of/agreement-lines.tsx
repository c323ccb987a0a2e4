import { useLocale, useTranslations } from "next-intl";
import type { AsOf } from "@/lib/domain/as-of/as-of";
import type { AgreementState } from "@/lib/domain/as-of/steps";
import { canBeInForce } from "@/lib/domain/kinds/agreement-terms";
import { hadCome } from "@/lib/domain/as-of/possible-states";
import { eitherOf } from "@/lib/domain/intl-formats";
import { Missing } from "../frame/facts";
import { pathTo, type Setting, type Viewed } from "../frame/setting";
import { ToldDate } from "./told-date";

type Found = AsOf<unknown, Viewed<"agreement">, unknown, unknown, unknown>["agreements"];
const groups = [
  "in-force",
  "pending",
  "ended",
  "not-in-force",
  "unknown",
  "adopted",
  "unsure",
  "undated",
] as const;

/** The states in which it can have been; a statement can have been made, and no more. */
function statesOf({ agreement, states }: Found[number]): AgreementState[] {
  if (canBeInForce(agreement.values.type)) return states;
  return [...new Set(states.map((state) => (state === "not-yet" ? state : "unknown")))];
}

function groupOf(found: Found[number]): (typeof groups)[number] {
  const { signedOn, type } = found.agreement.values;
  const [state, ...others] = statesOf(found);
  if (state === "not-yet" && signedOn === undefined) return "undated";
  if (others.length > 0 || state === undefined || state === "not-yet") return "unsure";
  return canBeInForce(type) ? state : "adopted";
}

/** The agreements that were signed by a day, by what is known of their force on it. */
export function AgreementLines({
  agreements,
  day,
  setting,
}: {
  agreements: Found;
  day: string;
  setting: Setting;
}) {
  const t = useTranslations("asOf");
  if (agreements.length === 0)
    return (
      <p>
        <Missing>{t("agreementsNone")}</Missing>
      </p>
    );
  return (
    <div className="grid gap-8">
      {groups.map((group) => {
        const own = agreements.filter((one) => groupOf(one) === group);
        if (own.length === 0) return null;
        return (
          <div key={group}>
            <h3 className="label mb-1">{t(`groups.${group}`, { count: own.length })}</h3>
            <ul>
              {own.map((one) => (
                <AgreementLine key={one.agreement.id} found={one} day={day} setting={setting} />
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function AgreementLine({ found, day, setting }: { found: Found[number]; day: string; setting: Setting }) {
  const t = useTranslations("asOf");
  const locale = useLocale();
  const { agreement } = found;
  const states = statesOf(found);
  const { title, shortTitle, signedOn, expires, type } = agreement.values;
  // A joint statement is adopted rather than signed.
  const done = canBeInForce(type) ? "signed" : "adopted";
  // That it may not have been signed by then is said of all whose day is not recorded, by their heading.
  const told = groupOf(found) === "undated" ? states.filter((state) => state !== "not-yet") : states;
  const isOpen = told.length > 1 || (told.length < states.length && canBeInForce(type));
  return (
    <li className="border-t border-rule py-2 first:border-t-0 first:pt-0">
      <a href={pathTo(setting, agreement)}>{shortTitle ?? title}</a>
      <span className="label block">
        {signedOn === undefined
          ? t(`${done}Undated`)
          : t.rich(done, { date: () => <ToldDate value={signedOn} /> })}
        {isOpen &&
          ` · ${eitherOf(
            told.map((state) =>
              t(
                canBeInForce(type)
                  ? `agreementWas.${state}`
                  : `statementWas.${state === "not-yet" ? "not-yet" : "unknown"}`,
              ),
            ),
            locale,
          )}`}
        {expires !== undefined && hadCome(expires, day) !== "no" && (
          <> · {t.rich("term", { date: () => <ToldDate value={expires} /> })}</>
        )}
      </span>
    </li>
  );
}

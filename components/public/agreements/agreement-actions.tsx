import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { below } from "@/lib/domain/paths";
import { DateText } from "../frame/date-text";
import { Missing } from "../frame/facts";
import type { Setting, Viewed } from "../frame/setting";
import { Party } from "./agreement-party";

type Action = NonNullable<Viewed<"agreement">["values"]["actions"]>[number];

interface Props {
  actions: readonly Action[];
  setting: Setting;
  /** The marks of the value at a path. */
  cite: (path: string) => ReactNode;
}

/** What each party has done about an agreement, as a table; its effect, place and depositary where any action has one. */
export function AgreementActions({ actions, setting, cite }: Props) {
  const t = useTranslations("agreements");
  const word = useTranslations("choices");
  if (actions.length === 0)
    return (
      <p>
        <Missing>{t("noActions")}</Missing>
      </p>
    );
  const hasEffect = actions.some(({ effective }) => effective);
  const hasPlace = actions.some(({ place }) => place);
  const hasDepositary = actions.some(({ depositary }) => depositary);
  return (
    <div className="table-frame" role="region" aria-label={t("actions")} tabIndex={0}>
      <table className="table table-stacked table-paired">
        <caption className="sr-only">{t("actions")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("party")}</th>
            <th scope="col">{t("action")}</th>
            <th scope="col">{t("date")}</th>
            {hasEffect && <th scope="col">{t("effective")}</th>}
            {hasPlace && <th scope="col">{t("placeOfAction")}</th>}
            {hasDepositary && <th scope="col">{t("depositary")}</th>}
          </tr>
        </thead>
        <tbody>
          {actions.map(({ id = "", party, name, action, date, effective, place, depositary }, index) => {
            const marks = (key: string) => cite(below("actions", id, key));
            return (
              <tr key={id || index}>
                <th scope="row">
                  {(party ?? name) ? (
                    <Party party={party} name={name} setting={setting} />
                  ) : (
                    <Missing>{t("notRecorded")}</Missing>
                  )}
                  {marks("party")}
                  {marks("name")}
                  {cite(below("actions", id))}
                </th>
                <td>
                  {action && word(action)}
                  {marks("action")}
                </td>
                <td>
                  <DateText value={date} />
                  {marks("date")}
                </td>
                {hasEffect && (
                  <td data-of={effective && t("effective")}>
                    {effective && <DateText value={effective} />}
                    {marks("effective")}
                  </td>
                )}
                {hasPlace && (
                  <td>
                    {place}
                    {marks("place")}
                  </td>
                )}
                {hasDepositary && (
                  <td data-of={depositary && t("depositary")}>
                    {depositary}
                    {marks("depositary")}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

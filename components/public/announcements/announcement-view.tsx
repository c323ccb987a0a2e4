import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { below } from "@/lib/domain/paths";
import { DateText } from "../frame/date-text";
import { type Fact, Facts } from "../frame/facts";
import type { Linked } from "../frame/linked";
import { MarginSection } from "../frame/margin-section";
import { Prose } from "../frame/prose";
import type { Viewed } from "../frame/setting";
import type { WholeProps } from "../kind-view";
import { Cite } from "../sources/cite";
import { FulfilmentText, Makers } from "./announcement-list";

/** The fields that carry marks of their own where an announcement is shown whole. */
export const announcementFields = [
  ...["maker", "organisation", "announced", "place", "visit", "event", "due", "text", "steps", "fulfilment"],
];

/** One announcement, whole: who made it, when and where, and what came of it step by step. */
export function AnnouncementView({ record, setting, notes, linked }: WholeProps<"announcement">) {
  const t = useTranslations("announcements");
  const { values } = record;
  const { steps = [] } = values;
  const cite = (field: string) => <Cite notes={notes} of={record.id} field={field} />;
  const said = (field: string, is: ReactNode, marks = cite(field)): Fact => ({
    term: t(field),
    is: [
      <>
        {is}
        {marks}
      </>,
    ],
  });
  const links = (field: "visit" | "event") => {
    const [to] = linked(field).filter(({ id }) => id === values[field]);
    return to && said(field, <a href={to.href}>{to.title}</a>);
  };
  return (
    <div className="grid gap-10">
      <Facts
        facts={[
          said(
            "maker",
            <Makers values={values} setting={setting} />,
            <>
              {cite("maker")}
              {cite("organisation")}
            </>,
          ),
          values.announced
            ? said("announced", <DateText value={values.announced} />)
            : { term: t("announced"), is: undefined },
          values.place ? said("place", values.place) : null,
          links("visit") ?? null,
          links("event") ?? null,
          values.due ? said("due", <DateText value={values.due} />) : null,
          said("fulfilment", <FulfilmentText value={values.fulfilment} />),
        ]}
      />
      {values.text && <Prose text={values.text} className="lg:ml-64" after={cite("text")} />}
      {/* Where nothing came of it, that stands above. */}
      {steps.length > 0 && (
        <MarginSection heading={t("steps")} marks={cite("steps")}>
          <Steps steps={steps} linked={[...linked("mission"), ...linked("agreement")]} cite={cite} />
        </MarginSection>
      )}
    </div>
  );
}

interface StepsProps {
  steps: NonNullable<Viewed<"announcement">["values"]["steps"]>;
  linked: readonly Linked[];
  cite: (path: string) => ReactNode;
}

function Steps({ steps, linked, cite }: StepsProps) {
  return (
    <ol>
      {steps.map(({ id = "", date, what, fulfilment, mission, agreement }, index) => {
        const marks = (key: string) => cite(below("steps", id, key));
        const records = linked.filter((one) => one.id !== undefined && [mission, agreement].includes(one.id));
        return (
          <li
            key={id || index}
            className="border-t border-rule py-3 first:border-t-0 first:pt-0 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-6"
          >
            <p className="label pt-1">
              <DateText value={date} />
              {marks("date")}
            </p>
            <div className="max-w-measure">
              <p>
                {what}
                {marks("what")}
                {cite(below("steps", id))}
              </p>
              {fulfilment && (
                <p className="label">
                  <FulfilmentText value={fulfilment} />
                  {marks("fulfilment")}
                </p>
              )}
              {records.map(({ href, title }) => (
                <p key={href} className="label">
                  <a href={href}>{title}</a>
                  {marks("mission")}
                  {marks("agreement")}
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

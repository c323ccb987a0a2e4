/** An event as readers see it. The list of events is the history, which weaves in other kinds: app/ has its page. */
import { useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { Prose } from "../frame/prose";
import type { Setting, Viewed } from "../frame/setting";
import type { KindView } from "../kind-view";
import { eventFields, EventView, whereIt } from "./event-view";

export const event: KindView<"event"> = {
  fields: eventFields,
  citesItself: true,
  Whole: EventView,
  page: {
    heading: ({ title }) => title,
    description: ({ values }) => values.text,
  },
  list: null,
  latest: null,
  told: {
    date: ({ date }) => date,
    Title: ({ record }) => record.values.title,
    Label: EventLabel,
    Text: ({ record: { values } }) => (values.text ? <Prose text={values.text} className="mt-1.5" /> : null),
  },
  lane: {
    date: ({ date }) => date,
    title: ({ title }) => title,
  },
};

function EventLabel({ record: { values }, setting: { locale } }: OneEvent) {
  const word = useTranslations("choices");
  const concerned = [values.predecessorA, values.predecessorB].flatMap((code) =>
    code ? countryName(code, locale) : [],
  );
  const where = whereIt(values, locale);
  return [values.type && word(values.type), values.forum, where, ...concerned].filter(Boolean).join(" · ");
}

interface OneEvent {
  record: Viewed<"event">;
  setting: Setting;
}

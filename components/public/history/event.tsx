/** An event as readers see it. The list of events is the history, which weaves in other kinds: app/ has its page. */
import { useTranslations } from "next-intl";
import { Prose } from "../frame/prose";
import type { Viewed } from "../frame/setting";
import type { KindView } from "../kind-view";
import { eventFields, EventView } from "./event-view";

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

function EventLabel({ record: { values } }: { record: Viewed<"event"> }) {
  const word = useTranslations("choices");
  return values.type ? word(values.type) : null;
}

import { useTranslations } from "next-intl";
import { Cite } from "../sources/cite";
import { DateText } from "../frame/date-text";
import { Files } from "../files/files";
import type { ShownFile } from "../files/shown-files";
import { Facts } from "../frame/facts";
import type { Notes } from "../notes/notes";
import { Prose } from "../frame/prose";
import type { Viewed } from "../frame/setting";

/** The fields that carry marks of their own where an event is shown whole. */
export const eventFields = ["date", "type", "files"];

interface Props {
  record: Viewed<"event">;
  notes: Notes;
  files: readonly ShownFile[];
}

/** One event, whole. */
export function EventView({ record, notes, files }: Props) {
  const t = useTranslations("history");
  const word = useTranslations("choices");
  const { date, type, text } = record.values;
  const cite = (field?: string) => <Cite notes={notes} of={record.id} field={field} />;
  return (
    <div className="grid gap-10">
      <Facts
        facts={[
          {
            term: t("date"),
            is: (
              <>
                <DateText value={date} />
                {cite("date")}
              </>
            ),
          },
          type
            ? {
                term: t("type"),
                is: (
                  <>
                    {word(type)}
                    {cite("type")}
                  </>
                ),
              }
            : null,
        ]}
      />
      {text && <Prose text={text} className="lg:ml-64" after={cite()} />}
      <Files files={files} cite={cite} />
    </div>
  );
}

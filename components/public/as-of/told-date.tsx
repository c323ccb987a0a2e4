import { useTranslations } from "next-intl";
import { DateText } from "../frame/date-text";

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

/** A date in the view of a day: one that is not known to the day says so. */
export function ToldDate({ value }: { value: string | undefined }) {
  const t = useTranslations("asOf");
  return (
    <>
      <DateText value={value} />
      {value !== undefined && !wholeDay.test(value) && `, ${t("dayUnknown")}`}
    </>
  );
}

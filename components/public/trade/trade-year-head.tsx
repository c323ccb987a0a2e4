import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { partPath, type Setting } from "../frame/setting";
import type { TradeRecord } from "./trade-figures";

interface Props {
  record: TradeRecord;
  /** The year's part of the address, and the year as readers see it. */
  address: string;
  shown: string;
  setting: Setting;
  /** The marks of its sources. */
  children: ReactNode;
}

/** The head of a row of the table of trade: the year, which leads to its page, and how sure its figures are. */
export function TradeYearHead({ record, address, shown, setting, children }: Props) {
  const word = useTranslations("choices");
  const { standing } = record.values;
  return (
    <th scope="row">
      <a href={partPath(setting, `trade/${address}`)} className="whitespace-nowrap">
        {shown}
      </a>
      {children}
      {standing && <span className="label block">{word(standing)}</span>}
    </th>
  );
}

import { valueColumn } from "../export";

export const exported = valueColumn("partialDate");

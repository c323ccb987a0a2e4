import { valueColumn } from "../export";

export const exported = valueColumn("string", { many: true });

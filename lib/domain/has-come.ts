import { sortDay } from "./partial-date";
import { todaysDay } from "./today";

/** Whether what bears an EDTF date may have begun by today: a planned day, or one dated far ahead by a slip, has not. */
export function hasCome(date: string, today = todaysDay()): boolean {
  return (sortDay(date) ?? today) <= today;
}

import { expect, test } from "vitest";
import { loggedPath } from "./log";

test.each([
  ["/kazakhstan-mexico?rank=minister", "/kazakhstan-mexico"],
  ["/admin/calendar/c2VjcmV0.ics", "/admin/calendar/*"],
  ["/admin/calendar/c2VjcmV0.ics?x=1", "/admin/calendar/*"],
  ["/admin/calendar", "/admin/calendar"],
])("the log holds of %s the path %s", (written, path) => expect(loggedPath(written)).toBe(path));

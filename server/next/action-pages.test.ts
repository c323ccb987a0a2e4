import { expect, it } from "vitest";
import { foreignActionsOf } from "./action-pages";

const routes = Object.fromEntries(
  [
    "/[locale]/(public)/[dossier]/page",
    "/admin/page",
    "/admin/[list]/page",
    "/admin/[list]/[id]/page",
    "/admin/[list]/new/page",
    "/admin/people/page",
    "/admin/sign-in/page",
    "/api/auth/[...nextauth]/route",
  ].map((file) => [file, file.replace(/\/(page|route)$/, "").replace("/(public)", "")]),
);

const isForeign = foreignActionsOf(
  {
    node: {
      save: { workers: { "app/admin/[list]/[id]/page": {}, "app/admin/[list]/new/page": {} } },
      lists: { workers: { "app/admin/[list]/page": {} } },
      people: { workers: { "app/admin/people/page": {} } },
      signOut: { workers: { "app/admin/page": {}, "app/admin/people/page": {} } },
    },
  },
  routes,
);

it.each([
  ["save", "/admin/visits/0199", false],
  ["save", "/admin/visits/new", false],
  ["save", "/admin/visits", true],
  ["save", "/admin/sign-in", true],
  ["save", "/admin/visits/0199/nothing", true],
  ["save", "/api/auth/callback/credentials", true],
  ["save", "/kazakhstan-mexico", true],
  ["lists", "/admin/visits", false],
  ["lists", "/admin/people", true],
  ["people", "/admin/people", false],
  ["people", "/admin/visits", true],
  ["signOut", "/admin", false],
  ["signOut", "/admin/people", false],
  ["signOut", "/admin/visits", true],
  ["unknown", "/admin/visits", false],
  ["__proto__", "/admin/visits", false],
])("%s posted to %s is another page's: %s", (action, path, is) => expect(isForeign(action, path)).toBe(is));

import createMiddleware from "next-intl/middleware";
import { routing } from "./i18n/routing";

/** Finds the language of a readers' page in its address. It guards nothing. */
export default createMiddleware(routing);

export const config = {
  // Neither the desk, nor Next's own parts, nor files (whose last segment holds a dot).
  matcher: ["/((?!admin(?:/|$)|api(?:/|$)|_next(?:/|$)|_not-found(?:/|$)|.*\\..*).*)"],
};

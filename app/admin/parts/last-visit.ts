import { cookies } from "next/headers";
import { visitBefore, visitCookie } from "@/components/desk/shell/visit-cookie";

/** When the visit to the desk before this one ended, as this browser keeps it: an ISO instant, null where it is not known. */
export async function lastVisit(): Promise<string | null> {
  return visitBefore((await cookies()).get(visitCookie)?.value);
}

/** What passkeys are made for: this site, by its public address alone, whatever a request says of itself. */
import "server-only";
import { publicUrl } from "@/lib/env";

/** The site as passkeys know it: its name, the host that they are bound to, and where answers may come from. */
export function relyingParty(): { name: string; id: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl());
  return { name: "Entente", id: hostname, origin };
}

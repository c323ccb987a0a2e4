import { getTranslations } from "next-intl/server";
import { signInPath } from "@/lib/auth/desk-path";
import { duePaths } from "@/lib/auth/due-step";
import type { LiveSession } from "@/lib/auth/sessions";

/** Who is signed in in this browser, and the way on as that one, whose place is taken by signing in here. */
export async function SignedInAlready({ session, next }: { session: LiveSession; next: string }) {
  const t = await getTranslations("desk.accounts.signIn");
  const { due, user } = session;
  return (
    <div className="notice mb-6">
      <p>{t("already", { name: user.name, email: user.email })}</p>
      <p className="mt-2">
        <a href={due ? signInPath(next, duePaths[due]) : next}>{t("goOn", { name: user.name })}</a>
      </p>
    </div>
  );
}

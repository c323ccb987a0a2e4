import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signOnPath } from "@/lib/auth/desk-path";
import { readSignOnProblem } from "@/lib/auth/sign-on/provider";
import { signOutThere } from "@/lib/auth/sign-on/sign-out-there";
import { env } from "@/lib/env";

interface Props {
  /** The page of the desk to go on to. */
  next: string;
  /** What the address says of a try that did not work. */
  error: unknown;
}

/** The way to the provider of single sign-on, and what stood in it; nothing where there is none. */
export async function SignOn({ next, error }: Props) {
  const { signOn } = env();
  if (!signOn) return null;
  const t = await getTranslations("desk.accounts.signOn");
  const problem = readSignOnProblem(error);
  const provider = signOn.name;
  return (
    <div className="mb-8">
      {problem && (
        <p role="alert" className="notice notice-danger mb-6">
          {t(`problems.${problem}`, { provider })}
        </p>
      )}
      <a href={signOnPath(next)} className="btn-main">
        {t("with", { provider })}
      </a>
    </div>
  );
}

/** The way to sign out at the provider too; nothing where it announces none. A link, as the desk's policy holds forms to this site. */
export async function SignedOutHere() {
  const there = await signOutThere();
  if (there === null) return null;
  const t = await getTranslations("desk.accounts.signOn");
  const provider = env().signOn?.name ?? "";
  return (
    <div role="status" className="notice mb-6 border-ok">
      <p>{t("outHere", { provider })}</p>
      <p className="mt-2">
        <a href={there}>{t("outThere", { provider })}</a>
      </p>
    </div>
  );
}

/** Signing in by a password: by itself, after the other way, or put away for the one account that still may. */
export async function PasswordPart({ children }: { children: ReactNode }) {
  const { signOn, passwordsOnlyFor } = env();
  if (!signOn) return children;
  const t = await getTranslations("desk.accounts.signOn");
  if (passwordsOnlyFor === undefined)
    return (
      <section aria-labelledby="by-password">
        <h2 id="by-password" className="mb-4 font-serif text-lead">
          {t("or")}
        </h2>
        {children}
      </section>
    );
  return (
    <details>
      <summary>{t("keptPassword")}</summary>
      <p className="mt-2 mb-4 text-muted">{t("keptLead", { provider: signOn.name })}</p>
      {children}
    </details>
  );
}

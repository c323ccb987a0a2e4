import "server-only";
import { getTranslations } from "next-intl/server";
import type { SignInWords } from "@/components/desk/sign-in-form";
import { env } from "@/lib/env";
import { rawWords } from "./spec-words";

const faults = ["wrong", "disabled", "lapsed", "elsewhere", "busy", "unreachable", "offline"];

/** The words of the small form with which one signs in again. */
export async function signInWords(): Promise<SignInWords> {
  const t = await getTranslations("desk.accounts");
  const provider = env().signOn?.name ?? "";
  const outcomes = (await rawWords("desk.accounts.outcomes")) as Record<string, string>;
  const of = (code: string) => outcomes[code] ?? "";
  return {
    email: t("email"),
    password: t("password"),
    submit: t("signIn.submit"),
    waiting: t("waiting"),
    passkey: t("passkeys.signIn"),
    throttled: of("throttled"),
    failed: of("failed"),
    faults: {
      ...Object.fromEntries(faults.map((code) => [code, of(code)])),
      passkeyWrong: t("passkeys.wrong"),
      passkeyElsewhere: t("passkeys.elsewhere", { provider }),
      passkeyStopped: t("passkeys.stopped"),
      passkeyFailed: t("passkeys.failed"),
    },
  };
}

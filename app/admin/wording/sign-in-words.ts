import "server-only";
import { getTranslations } from "next-intl/server";
import type { SignInWords } from "@/components/desk/sign-in-form";
import { rawWords } from "./spec-words";

/** The words of the small form with which one signs in again. */
export async function signInWords(): Promise<SignInWords> {
  const t = await getTranslations("desk.accounts");
  const outcomes = (await rawWords("desk.accounts.outcomes")) as Record<string, string>;
  const of = (code: string) => outcomes[code] ?? "";
  return {
    email: t("email"),
    password: t("password"),
    submit: t("signIn.submit"),
    waiting: t("waiting"),
    wrong: of("wrong"),
    disabled: of("disabled"),
    lapsed: of("lapsed"),
    elsewhere: of("elsewhere"),
    throttled: of("throttled"),
    busy: of("busy"),
    unreachable: of("unreachable"),
    failed: of("failed"),
    offline: of("offline"),
  };
}

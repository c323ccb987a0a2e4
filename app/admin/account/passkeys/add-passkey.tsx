import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { PasskeyForm } from "@/components/desk/account/passkey-form";
import { sessionPlace } from "@/lib/auth/device";
import { addOwnPasskey } from "./actions";
import { offerNewPasskey } from "./offers";
import { passkeyWords } from "./words";

/** The form by which a passkey is added; `next` is where it leads then, "" for nowhere. */
export async function AddPasskey({ next = "" }: { next?: string }) {
  const t = await getTranslations("desk.accounts");
  const { browser, system } = sessionPlace("", (await headers()).get("user-agent") ?? "");
  const device = browser && system ? t("account.deviceOf", { browser, system }) : browser || system;
  return (
    <PasskeyForm
      offer={offerNewPasskey}
      action={addOwnPasskey}
      hidden={{ next }}
      submit={t("passkeys.add")}
      waiting={t("waiting")}
      fields={[
        {
          ...{ name: "name", type: "text", value: device, autoComplete: "off" },
          label: t("passkeys.name"),
          help: t("passkeys.nameHelp"),
        },
      ]}
      words={await passkeyWords()}
    />
  );
}

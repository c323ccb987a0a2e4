import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/desk/sending/action-form";
import type { SignedOut } from "@/components/desk/sending/sent-form";
import type { SessionSummary } from "@/lib/auth/sessions";
import { instantWords } from "../wording/instant";

interface Props {
  sessions: SessionSummary[];
  /** The one that looks at them, which has another way out. */
  current?: string;
  end: (form: FormData) => Promise<SignedOut | void>;
  /** Sent along with the session's id. */
  hidden?: Record<string, string>;
}

/** Where an account is signed in, a line for each session, with a button that ends it. */
export async function SessionTable({ sessions, current, end, hidden = {} }: Props) {
  const t = await getTranslations("desk.accounts.account");
  const instant = await instantWords();
  const when = (date: Date) => instant(date.toISOString());
  return (
    <div className="table-frame">
      <table className="desk-table cards">
        <thead>
          <tr>
            <th scope="col">{t("device")}</th>
            <th scope="col">{t("started")}</th>
            <th scope="col">{t("used")}</th>
            <td className="border-ink" />
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, startedAt, usedAt, browser, system, network }) => (
            <tr key={id}>
              <td>
                {deviceWords(t, browser, system)}
                {network && <span className="side-line">{network}</span>}
              </td>
              <td data-label={t("started")}>{when(startedAt)}</td>
              <td data-label={t("used")}>{when(usedAt)}</td>
              <td className="figure">
                {id === current ? (
                  <span className="text-muted">{t("thisOne")}</span>
                ) : (
                  <ActionForm action={end}>
                    {Object.entries({ ...hidden, id }).map(([name, value]) => (
                      <input key={name} type="hidden" name={name} value={value} />
                    ))}
                    <button className="btn-quiet" aria-label={t("endThis", { date: when(startedAt) })}>
                      {t("end")}
                    </button>
                  </ActionForm>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function deviceWords(
  t: Awaited<ReturnType<typeof getTranslations<"desk.accounts.account">>>,
  browser: string,
  system: string,
): string {
  if (browser && system) return t("deviceOf", { browser, system });
  return browser || system || t("deviceUnknown");
}

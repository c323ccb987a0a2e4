import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { keptDays, type RefusedReport } from "@/lib/domain/reports";
import { mostCharacters } from "@/lib/domain/short-note";

interface Props {
  /** Its own address. */
  action: string;
  /** Says when the form was given out. */
  stamp: string;
  /** What was sent last and not taken. */
  refused: RefusedReport | null;
}

/** The form in which a reader says what is wrong with a record: it needs no script, and keeps what was typed. */
export function ReportForm({ action, stamp, refused }: Props) {
  const t = useTranslations("report");
  const faults = refused?.faults ?? {};
  const most = { text: mostCharacters.report, source: mostCharacters.reportSource };
  return (
    <form method="post" action={action} className="grid max-w-measure gap-6">
      <input type="hidden" name="stamp" value={stamp} />
      <Part
        name="text"
        label={t("text")}
        help={t("textHelp")}
        fault={faults.text && t(`faults.text.${faults.text}`, { most: most.text })}
      >
        {(told) => (
          <textarea
            {...told}
            rows={6}
            required
            maxLength={most.text}
            defaultValue={refused?.typed.text}
            className="field py-2"
          />
        )}
      </Part>
      <Part
        name="source"
        label={t("source")}
        help={t("sourceHelp")}
        fault={faults.source && t("faults.source", { most: most.source })}
      >
        {(told) => (
          <input
            {...told}
            type="text"
            maxLength={most.source}
            defaultValue={refused?.typed.source}
            className="field"
          />
        )}
      </Part>
      <Part
        name="address"
        label={t("address")}
        help={t("addressHelp", { days: keptDays.address })}
        fault={faults.address && t("faults.address")}
      >
        {(told) => (
          <input
            {...told}
            type="email"
            autoComplete="email"
            maxLength={254}
            defaultValue={refused?.typed.address}
            className="field"
          />
        )}
      </Part>
      <p>
        <button className="button">{t("send")}</button>
      </p>
    </form>
  );
}

interface Told {
  id: string;
  name: string;
  "aria-describedby": string;
  "aria-invalid": true | undefined;
}

interface PartProps {
  name: string;
  label: string;
  help: string;
  fault: string | undefined;
  children: (told: Told) => ReactNode;
}

/** A part of the form with its label, help, and what is wrong with it. */
function Part({ name, label, help, fault, children }: PartProps) {
  const [helpId, faultId] = [`${name}-help`, `${name}-fault`];
  return (
    <div className="grid gap-1.5">
      <label htmlFor={name} className="font-sans text-label">
        {label}
      </label>
      {fault && (
        <p id={faultId} className="border-l-2 border-accent pl-3 font-sans text-label">
          {fault}
        </p>
      )}
      {children({
        ...{ id: name, name, "aria-invalid": fault ? true : undefined },
        "aria-describedby": fault ? `${faultId} ${helpId}` : helpId,
      })}
      <p id={helpId} className="label">
        {help}
      </p>
    </div>
  );
}

import type { SideKey } from "@/lib/domain/sides";
import { useTranslations } from "next-intl";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { partPath, partyNames, pathTo, type Setting } from "../frame/setting";
import { SideSign } from "../frame/side";

/** The parts of a dossier, each at an address of its own: the list of every kind that has pages. */
export const dossierParts: readonly string[] = [
  ...new Set(kindKeys.filter((key) => kinds[key].ownPage).map((key) => kinds[key].path)),
];

interface Props {
  setting: Setting;
  /** Where the reader is; the overview where it is none of the parts. */
  part?: string;
  /** The overview names the pair as its own heading. */
  asHeading?: boolean;
  updated?: React.ReactNode;
}

/** The masthead of a dossier: the pair with its signs, and the contents of the dossier. */
export function DossierHead({ setting, part, asHeading = false, updated }: Props) {
  const t = useTranslations("dossier");
  const [a, b] = partyNames(setting);
  const pair = (
    <>
      <PartyName side="a" name={a} />
      <span className="mx-[0.28em] text-muted">–</span>
      <PartyName side="b" name={b} />
    </>
  );
  return (
    <div className="mt-4">
      {asHeading ? (
        <h1 className="text-title leading-tight sm:text-display">{pair}</h1>
      ) : (
        <p className="text-lead">
          <a href={pathTo(setting)} className="quiet">
            {pair}
          </a>
        </p>
      )}
      {updated && <p className="label mt-2">{updated}</p>}
      <nav aria-label={t("contents")} className="screen-only mt-4 border-y border-ink">
        <ul className="ways flex flex-wrap gap-x-7">
          <li>
            <a href={pathTo(setting)} aria-current={part === undefined && asHeading ? "page" : undefined}>
              {t("overview")}
            </a>
          </li>
          {dossierParts.map((one) => (
            <li key={one}>
              <a href={partPath(setting, one)} aria-current={one === part ? "true" : undefined}>
                {t(`parts.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** A country's name, which a phone may have to break; its sign stays with the first word. */
function PartyName({ side, name }: { side: SideKey; name: string }) {
  const [first, ...rest] = name.split(" ");
  return (
    <span className="sm:whitespace-nowrap">
      <span className="whitespace-nowrap">
        <SideSign side={side} />
        {first}
      </span>
      {rest.length > 0 && ` ${rest.join(" ")}`}
    </span>
  );
}

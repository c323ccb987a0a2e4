import { useTranslations } from "next-intl";
import { countryInText } from "@/lib/domain/countries";
import { pathTo } from "../frame/setting";
import { fillOf, SideSign, strokeOf } from "../frame/side";
import { countryShapes, worldHeight, type WorldShape, worldWidth } from "./country-shapes";

interface Props {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  /** The dossiers of the country, with the other country of each. */
  dossiers: readonly { slug: string; other: string; name: string }[];
  locale: string;
  /** The moment as which they are shown, as addresses spell it. */
  stood?: string | undefined;
}

/**
 * A country and all those it has a dossier with, on a map of the world that is turned to the first. The table below says the
 * same in words and has the same links, so that machines and keyboards need not go through both.
 */
export function CountryMap({ code, name, dossiers, locale, stood }: Props) {
  const t = useTranslations("countries");
  const { land, own, others } = countryShapes(
    code,
    dossiers.map(({ other }) => other),
  );
  const dossierOf = new Map(dossiers.map((dossier) => [dossier.other, dossier]));
  return (
    <figure className="mb-8">
      <svg viewBox={`0 0 ${worldWidth} ${worldHeight}`} className="block w-full" aria-hidden="true">
        <path d={land} className="fill-land" />
        {others.map((shape) => {
          const dossier = dossierOf.get(shape.code);
          return (
            dossier && (
              <a key={shape.code} href={pathTo({ locale, slug: dossier.slug, stood })} tabIndex={-1}>
                <title>{dossier.name}</title>
                <Shape shape={shape} side="b" />
              </a>
            )
          );
        })}
        {own && <Shape shape={own} side="a" />}
      </svg>
      <figcaption className="mt-2 font-sans text-note text-muted">
        <span className="mr-5 text-ink">
          <SideSign side="a" />
          {name}
        </span>
        <span className="text-ink">
          <SideSign side="b" />
          {t("onMap", { country: countryInText(code, locale) })}
        </span>
      </figcaption>
    </figure>
  );
}

function Shape({ shape: { path, ring }, side }: { shape: WorldShape; side: "a" | "b" }) {
  return (
    <>
      {path && <path d={path} strokeWidth="0.75" className={`${fillOf(side)} stroke-paper`} />}
      {ring && (
        <circle
          cx={ring[0]}
          cy={ring[1]}
          r="5"
          fill="transparent"
          strokeWidth="2"
          className={strokeOf(side)}
        />
      )}
    </>
  );
}

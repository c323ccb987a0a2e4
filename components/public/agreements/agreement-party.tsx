import { useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { sideOf } from "@/lib/domain/sides";
import { Name } from "../frame/name";
import { partiesAtStart, partiesInText, type Setting, type Viewed } from "../frame/setting";
import { Side } from "../frame/side";

interface PartyProps {
  /** A country, `both` for the two of the dossier, `all` for every party; nothing where only the name is known. */
  party?: string;
  /** As the record names it, which goes before the country's own name. */
  name?: string;
  setting: Setting;
}

/** A party to an agreement: one of the two countries with its sign, another country, or what it is called. */
export function Party({ party, name, setting }: PartyProps) {
  const t = useTranslations("agreements");
  if (party === "both") {
    const [a] = partiesAtStart(setting);
    const [, b] = partiesInText(setting);
    return t("bothParties", { a, b });
  }
  if (party === "all") return t("allParties");
  return party ? <Side code={party} setting={setting} name={name} /> : name && <Name>{name}</Name>;
}

type Values = Viewed<"agreement">["values"];

/** The names of the parties besides the dossier's two sides, each once. */
export function furtherParties({ signatories = [] }: Values, setting: Setting): string[] {
  const others = signatories.filter(({ party }) => sideOf(party, setting) === undefined);
  const names = others.map(({ party, name }) => name ?? (party && countryName(party, setting.locale)));
  return [...new Set(names.filter((name) => name !== undefined))];
}

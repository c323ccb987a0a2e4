import data from "cldr-core/supplemental/currencyData.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { currencyCodes, currencyName, currentCurrencies, otherCurrencies } from "./currencies";
import { historicCurrencies } from "./historic-currencies";

interface Use {
  _to?: string;
  _tender?: string;
}

// Metals, bonds, codes for tests and for no currency, and codes of CLDR's own.
const noMoney = /^(?:X(?:AD|AG|AU|BA|BB|BC|BD|FU|PD|PT|RE|TS|XX)|CN[HX])$/;

const uses = new Map<string, Use[]>();
for (const ofRegion of Object.values(data.supplemental.currencyData.region))
  for (const one of ofRegion)
    for (const [code, use] of Object.entries(one as Record<string, Use>))
      if (!noMoney.test(code)) uses.set(code, [...(uses.get(code) ?? []), use]);

describe("the currencies", () => {
  const isCurrent = (code: string) => uses.get(code)?.some(({ _to, _tender }) => !_to && _tender !== "false");

  it("are those of CLDR: who renews the package renews the lists", () => {
    const codes = [...uses.keys()].sort();
    expect(currentCurrencies).toEqual(codes.filter(isCurrent));
    expect(otherCurrencies).toEqual(codes.filter((code) => !isCurrent(code)));
    expect(currencyCodes.length).toBeGreaterThan(280);
  });

  it.each(["DEM", "FRF", "XEU", "SUR", "CSK", "YUM", "ZWL", "ITL", "PLN", "KZT", "CLF"])(
    "hold %s, in words",
    (code) => {
      expect(currencyCodes).toContain(code);
      expect(currencyName(code)).toMatch(new RegExp(`^[A-Z].{4,} .*\\(${code}\\)$`));
    },
  );

  // ISO 4217, table A.3, without the codes of bonds, metals and tests.
  const withdrawn =
    `ADP AFA ALK AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ BGK BGL BOP BRB BRC BRE BRN BRR BUK
    BYB BYR CHC CNX CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK EQE ESA ESB ESP FIM FRF GEK GHC GHP GNE GNS GQE GRD GWE GWP
    HRD HRK IEP ILP ILR ISJ ITL LAJ LSM LTL LTT LUC LUF LUL LVL LVR MAF MGF MLF MRO MTL MTP MVQ MXP MZE MZM NIC NLG PEH
    PEI PES PLZ PTE RHD ROK ROL RUR SDD SDP SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK UGS UGW USS UYN UYP VEB VEF VNC
    XEU XFO XFU XRE YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR`.split(/\s+/);

  it.each(withdrawn)("hold %s, which ISO has withdrawn, once and in words", (code) => {
    expect(currencyCodes.filter((one) => one === code)).toHaveLength(1);
    expect(currencyName(code)).toMatch(/^[A-Z].{3,} \([A-Z]{3}\)$/);
  });

  it("keep of their own only what CLDR lacks, with when it was withdrawn", () => {
    for (const [code, { withdrawn }] of Object.entries(historicCurrencies)) {
      expect(uses.has(code), code).toBe(false);
      expect(withdrawn).toMatch(/^(?:\d{4}-\d{2}|\d{4} to \d{4})$/);
    }
  });

  it("all have names", () => {
    expect(currencyCodes.filter((code) => currencyName(code) === code)).toEqual([]);
  });
});

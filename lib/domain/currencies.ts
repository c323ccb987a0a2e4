/**
 * Every currency of ISO 4217, withdrawn ones too: those that the Unicode CLDR keeps, which `currencies.test.ts` compares with
 * its newest data, and those that it lacks (`historicCurrencies`). Names and signs are Intl's, which knows most of the
 * withdrawn ones as well.
 */
import { historicCurrencies } from "./historic-currencies";

const codesIn = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Codes of the currencies that are money now, in alphabetical order. */
export const currentCurrencies = codesIn(`
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
  CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
  HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL
  LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP
  PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND
  TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
`);

/** Codes of those that were, such as DEM, and of those to count in, such as XEU and XDR; in alphabetical order. */
export const otherCurrencies = codesIn(`
  ADP AFA ALK ANG AOK AON AOR ARA ARL ARM ARP ATS AZM BAD BAN BEC BEF BEL BGL BGM BGN BGO BOL BOP BOV BRB
  BRC BRE BRN BRR BRZ BUK BYB BYR CHE CHW CLE CLF COU CSD CSK CUC CYP DDM DEM ECS ECV EEK ESA ESB ESP FIM
  FRF GEK GHC GNS GQE GRD GWE GWP HRD HRK IEP ILP ILR ISJ ITL KRH KRO LTL LTT LUC LUF LUL LVL LVR MAF MCF
  MDC MGF MKN MLF MRO MTL MTP MVP MXP MXV MZE MZM NIC NLG PEI PES PLZ PTE RHD ROL RUR SDD SDP SIT SKK SLL
  SRG STD SUR SVC TJR TMM TPE TRL UAK UGS USN USS UYI UYP UYW VEB VED VEF VNN XDR XEU XFO XSU XUA YDD YUD
  YUM YUN YUR ZAL ZMK ZRN ZRZ ZWD ZWL ZWR
`);

/** Every code, those of today first. */
export const currencyCodes: readonly string[] = [
  ...currentCurrencies,
  ...otherCurrencies,
  ...Object.keys(historicCurrencies),
];

/** A currency in words with its code: "German Mark (DEM)". */
export function currencyName(code: string, locale = "en"): string {
  const name = new Intl.DisplayNames(locale, { type: "currency", fallback: "none" }).of(code);
  const known = name ?? historicCurrencies[code]?.name;
  return known ? `${known} (${code})` : code;
}

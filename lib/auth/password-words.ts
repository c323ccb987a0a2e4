/** Words that are tried first in passwords here: those about the site and the account's holder, and what countries are called. */
import "server-only";
import anyAscii from "any-ascii";
import { countriesCalled } from "@/lib/domain/all-names";
import { publicUrl } from "@/lib/env";

/** Whose password it is to be. */
export interface PasswordHolder {
  email: string;
  name: string;
}

/** What the product is called: with the site's host name, the first thing that is tried here. */
const productName = "entente";

/** Shorter words of a name are parts of many others. */
const shortestWord = 4;

/** The longest domain has 253 characters; one that people have, these labels. */
const mostLabels = 6;

/** Words that those who know the site and the account would try, in lower case. */
export function wordsAbout({ email, name }: PasswordHolder): string[] {
  const host = new URL(publicUrl()).hostname;
  const domain = email.slice(email.lastIndexOf("@") + 1);
  const all = [
    productName,
    ...[...host.split("."), ...domainWords(host), ...domainWords(domain)],
    email,
    ...email.split(/[@.+_-]/),
    name,
    ...name.split(" "),
  ];
  return longEnough(all);
}

/** A domain and those it is of: "mail.example.org", "example.org"; also as people type them without the dots. */
function domainWords(domain: string): string[] {
  const labels = domain.split(".").slice(-mostLabels);
  const domains = labels.slice(0, -1).map((_, at) => labels.slice(at).join("."));
  return domains.flatMap((one) => [one, one.replaceAll(".", ""), one.replaceAll(".", " ")]);
}

/** Whether hardly a letter is left of a password once those words are taken out. */
export function saysLittleBut(words: readonly string[], password: string): boolean {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const text = password.toLowerCase();
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ""), text);
  return rest !== text && [...rest.replace(/\P{L}/gu, "")].length < shortestWord;
}

/** What countries are called in the languages of sources, in their own letters and in Latin ones, in lower case. */
export function countryWords(): string[] {
  const names = countriesCalled().flatMap(({ names: called }) => called);
  const spellings = names.flatMap((name) => [name, anyAscii(name)]);
  return longEnough(spellings.flatMap((name) => [name, name.replace(/[^\p{L}\p{M}]/gu, "")]));
}

const longEnough = (words: readonly string[]) => [
  ...new Set(words.map((word) => word.toLowerCase()).filter((word) => word.length >= shortestWord)),
];

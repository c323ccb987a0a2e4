import { randomInt } from "node:crypto";

// Without 0, 1, l, o, which are mistaken for one another when read out.
const letters = "abcdefghijkmnpqrstuvwxyz23456789";

/** A random password that can be read out: six groups of five, 150 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: 6 }, group).join("-");
}

/** What a password must be. Length counts: rules about kinds of characters only make weaker ones (NIST SP 800-63B). */

export const passwordLength = { min: 12, max: 128 } as const;

/** What is wrong with a password by its length alone, or as it is the address. */
export type PasswordShapeFault = "password.short" | "password.long" | "password.isEmail";

/** Why a password of the right length is too easy to guess. */
export type PasswordGuess = "password.common" | "password.personal" | "password.repeated";

export type PasswordFault = PasswordShapeFault | PasswordGuess | "password.current";

/** The form in which passwords are hashed and compared: the same letters, however a keyboard composes them. */
export function composedPassword(typed: string): string {
  return typed.normalize("NFC");
}

/** What is wrong with the shape of a new password for the account of `email`, or null. Lengths are in characters. */
export function passwordFault(typed: string, email: string): PasswordShapeFault | null {
  const password = composedPassword(typed);
  const length = [...password].length;
  if (length < passwordLength.min) return "password.short";
  if (length > passwordLength.max) return "password.long";
  if (password.toLowerCase() === email.toLowerCase()) return "password.isEmail";
  return null;
}

/** What a password must be. Length counts: rules about kinds of characters only make weaker ones (NIST SP 800-63B). */

export const passwordLength = { min: 12, max: 200 } as const;

export type PasswordFault = "password.short" | "password.long" | "password.isEmail";

/** The form in which passwords are hashed and compared: the same letters, however a keyboard composes them. */
export function composedPassword(typed: string): string {
  return typed.normalize("NFC");
}

/** What is wrong with a new password for the account of `email`, or null. Lengths are in characters. */
export function passwordFault(typed: string, email: string): PasswordFault | null {
  const password = composedPassword(typed);
  const length = [...password].length;
  if (length < passwordLength.min) return "password.short";
  if (length > passwordLength.max) return "password.long";
  if (password.toLowerCase() === email.toLowerCase()) return "password.isEmail";
  return null;
}

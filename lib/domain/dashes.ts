/** Whether a text is a dash alone: zero in some tables, in others what is not known. */
export function isDash(text: string): boolean {
  return /^[-–—−]{1,3}$/u.test(text);
}

/**
 * The value by which a form of the desk says for whose account its page was drawn. Where another account is signed in by the
 * time it is sent, nothing is done in that one's name.
 */
export const senderName = "_account";

/** Whether a sent value belongs to the way of sending and not to the form: `senderName`, and what Next adds. */
export function isOfSending(name: string): boolean {
  return name === senderName || name.startsWith("$ACTION");
}

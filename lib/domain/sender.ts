/**
 * The value by which a form of the desk says for whose account its page was drawn. Where another account is signed in by the
 * time it is sent, nothing is done in that one's name.
 */
export const senderName = "_account";

/**
 * The value by which a form that is sent again, since the answer to it was lost, says that it is the same: an id, which is another
 * once an answer came. What makes something new makes it under this id.
 */
export const onceName = "_once";

/** Whether a sent value belongs to the way of sending and not to the form: these two, and what Next adds. */
export function isOfSending(name: string): boolean {
  return name === senderName || name === onceName || name.startsWith("$ACTION");
}

/** Reads what a browser answers for a passkey: JSON, of which anything may come. */
import "server-only";
import { z } from "zod";

/** The longest answer that is looked at, in characters: one that makes an RSA key with its proof has some 4,000. */
export const longestAnswer = 20_000;

const base64url = z.string().regex(/^[\w-]+$/);
const id = base64url.max(1400); // 1023 bytes

// Objects that leave out what is not named: browsers add much that nothing here reads.
const credential = { id, rawId: id, type: z.literal("public-key") };

const making = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});

const using = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.max(100).nullish(),
  }),
});

const clientData = z.object({
  challenge: base64url.max(100),
  origin: z.string().max(1000),
  crossOrigin: z.boolean().optional(),
});

/** What the browser itself says of an answer: which challenge it is for, and on which page it was given. */
export type ClientData = z.output<typeof clientData>;

/** An answer with which a passkey is made; null for what is none. */
export const readMaking = (text: string) => read(text, making);

/** An answer that a passkey has signed; null for what is none. */
export const readUsing = (text: string) => read(text, using);

function read<T extends { response: { clientDataJSON: string } }>(
  text: string,
  schema: z.ZodType<T>,
): { answer: T; client: ClientData } | null {
  if (text.length > longestAnswer) return null;
  const answer = schema.safeParse(json(text));
  if (!answer.success) return null;
  const said = Buffer.from(answer.data.response.clientDataJSON, "base64url").toString();
  const client = clientData.safeParse(json(said));
  return client.success ? { answer: answer.data, client: client.data } : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A finished document: the bytes that readers get, ready in each encoding. */
import { encode, type Encoding, shrinks, tagOf } from "@/server/http/encode";
import type { Rendered } from "@/server/next/pages";

export interface StoredDocument {
  /** Its canonical path and query. */
  readonly path: string;
  /** The slug of the dossier whose changes it shows, null for pages of the whole site. */
  readonly dossier: string | null;
  readonly type: string;
  readonly disposition: string | undefined;
  readonly tag: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
  /** The build that rendered it: its style sheets are that build's. */
  readonly build: string;
  /** The identity of the database whose records it shows; empty where that was not known yet. */
  readonly database: string;
  /** Every change of the outbox up to this position was committed before its render began. */
  readonly position: number;
  /** Milliseconds since 1970, for people. */
  readonly madeAt: number;
}

/** What a document weighs in memory, in bytes, with some allowance for what holds it. */
export function weightOf({ bodies, path }: StoredDocument): number {
  const shared = bodies.gzip === bodies.identity ? 0 : bodies.gzip.length + bodies.br.length;
  return bodies.identity.length + shared + path.length * 2 + 512;
}

/** Makes the document of a rendered page. Small or incompressible bodies go out as they are. */
export async function documentOf(
  rendered: Rendered,
  about: Pick<StoredDocument, "path" | "dossier" | "build" | "position" | "database">,
): Promise<StoredDocument> {
  const { body, type = "text/html; charset=utf-8", disposition } = rendered;
  const isWorth = shrinks(type) && body.length > 500;
  const [gzip, br] = isWorth
    ? await Promise.all([encode(body, "gzip"), encode(body, "br", 9)])
    : [body, body];
  return {
    ...about,
    type,
    disposition,
    tag: tagOf(body),
    bodies: { identity: body, gzip, br },
    madeAt: Date.now(),
  };
}

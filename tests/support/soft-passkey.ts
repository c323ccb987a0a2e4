/** A device that keeps one passkey (ES256), in software: what a browser would answer for it, and what it must not. */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** What of an answer differs from what a browser would make of an offer. */
export interface Oddity {
  origin?: string;
  host?: string;
  challenge?: string;
  /** Whether the device has verified its holder. */
  isVerified?: boolean;
  crossOrigin?: boolean;
  userHandle?: string | null;
}

interface Making {
  challenge: string;
  rp: { id?: string };
  user: { id: string };
}

interface Using {
  challenge: string;
  rpId?: string;
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const text64 = (data: Buffer | Uint8Array | string) => Buffer.from(data).toString("base64url");

/** Such a device, for a site at that address; with `counts` it counts its uses, as security keys do. */
export class SoftPasskey {
  readonly id = text64(randomBytes(16));
  readonly #pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  #userHandle = "";

  constructor(
    private readonly site: string,
    readonly device: { counts?: boolean; isSynced?: boolean } = {},
  ) {}

  /** How often it was used; set it back to have a copy of it. */
  uses = 0;

  /** The answer to an offer to make a passkey, as the form sends it. */
  make(offer: Making, odd: Oddity = {}): string {
    this.#userHandle = offer.user.id;
    const { x, y } = this.#pair.publicKey.export({ format: "jwk" });
    const key = new Map<number, number | Uint8Array>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as const),
      [-2, new Uint8Array(Buffer.from(x!, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y!, "base64url"))],
    ]);
    const id = Buffer.from(this.id, "base64url");
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(key)]);
    const authData = Buffer.concat([this.#head(odd.host ?? offer.rp.id ?? "", odd, 0x40), attested]);
    const attestation = new Map<string, string | Map<string, string> | Uint8Array>([
      ["fmt", "none"],
      ["attStmt", new Map<string, string>()],
      ["authData", new Uint8Array(authData)],
    ]);
    return this.#answer({
      clientDataJSON: text64(this.#client("webauthn.create", offer.challenge, odd)),
      attestationObject: text64(isoCBOR.encode(attestation)),
      transports: ["internal"],
    });
  }

  /** The answer to an offer to use it, as the form sends it. */
  use(offer: Using, odd: Oddity = {}): string {
    if (this.device.counts) this.uses += 1;
    const client = this.#client("webauthn.get", offer.challenge, odd);
    const authData = this.#head(odd.host ?? offer.rpId ?? "", odd, 0);
    const signature = sign("sha256", Buffer.concat([authData, sha256(client)]), this.#pair.privateKey);
    const userHandle = odd.userHandle === undefined ? this.#userHandle : odd.userHandle;
    return this.#answer({
      clientDataJSON: text64(client),
      authenticatorData: text64(authData),
      signature: text64(signature),
      ...(userHandle === null ? {} : { userHandle }),
    });
  }

  #client(type: string, challenge: string, odd: Oddity): string {
    const { origin = this.site, crossOrigin = false } = odd;
    return JSON.stringify({ type, challenge: odd.challenge ?? challenge, origin, crossOrigin });
  }

  /** What begins the device's data: the host's hash, the flags and the count. */
  #head(host: string, { isVerified = true }: Oddity, more: number): Buffer {
    const head = Buffer.alloc(37);
    sha256(host).copy(head);
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (this.device.isSynced ? 0x18 : 0) | more;
    head.writeUInt8(flags, 32);
    head.writeUInt32BE(this.uses, 33);
    return head;
  }

  #answer(response: Record<string, unknown>): string {
    const { id } = this;
    return JSON.stringify({ id, rawId: id, type: "public-key", response, clientExtensionResults: {} });
  }
}

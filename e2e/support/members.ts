/**
 * People straight in the database, for stories that are not about how one is added or signs in: e2e/people.spec.ts
 * and e2e/sign-in.spec.ts are. Each costs a few milliseconds, and four HTTP requests with two slow hashes otherwise.
 */
import { createCipheriv, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { hash } from "@node-rs/argon2";
import { encode } from "next-auth/jwt";
import type { RoleName } from "./people";
import { testSecret } from "./server";
import { database } from "./traces";

/** A person with an account of their own. */
export interface NewAccount {
  id: string;
  role: RoleName;
  name: string;
  email: string;
  password: string;
}

/** A word that nothing else of the run holds, and that no other word is like. */
export const uniqueWord = () => `q${randomUUID().replaceAll("-", "").slice(0, 14)}z`;

/** A hash carries its cost with it: one of the least cost is checked as fast, by the same code. */
const leastCost = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** Adds an account with that role. */
export async function addAccount(role: RoleName): Promise<NewAccount> {
  const word = uniqueWord();
  const account = {
    ...{ id: randomUUID(), role, name: `New ${role} ${word}` },
    ...{ email: `${word}@example.org`, password: `password of ${word}` },
  };
  await database().query(
    `INSERT INTO "User" ("id", "email", "name", "role", "passwordHash", "updatedAt") VALUES ($1, $2, $3, $4, $5, now())`,
    [account.id, account.email, account.name, role, await hash(account.password, leastCost)],
  );
  return account;
}

/** Starts a session of an account and gives the cookie that carries it, sealed as lib/auth/session-cookie.ts does. */
export async function startSession(userId: string): Promise<string> {
  const sid = randomUUID();
  await database().query(
    `INSERT INTO "Session" ("id", "userId", "expiresAt") VALUES ($1, $2, now() + interval '12 hours')`,
    [sid, userId],
  );
  return `entente-session=${await encode({ token: { sid }, secret: testSecret, maxAge: 60 * 60 })}`;
}

/** Makes an account's password one that an admin made, which its holder has to change. */
export async function makeTemporary(id: string): Promise<void> {
  await database().query(`UPDATE "User" SET "passwordLapsesAt" = now() + interval '1 day' WHERE "id" = $1`, [
    id,
  ]);
}

/** Limits an account to a dossier. */
export async function limitTo(id: string, dossierId: string): Promise<void> {
  await database().query(
    `UPDATE "User" SET "isLimited" = true, "limitedTo" = ARRAY[$2]::uuid[] WHERE "id" = $1`,
    [id, dossierId],
  );
}

/** The app's secret of the accounts that have a second step here. */
export const appSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/** Gives an account a second step, which its sessions have not passed, sealed as lib/auth/sealed-secret.ts does. */
export async function addSecondStep(id: string): Promise<void> {
  const key = Buffer.from(hkdfSync("sha256", testSecret, "", "entente sealed secret", 32));
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(`second step of ${id}`));
  const text = Buffer.concat([cipher.update(appSecret, "utf8"), cipher.final()]);
  const kept = Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
  await database().query(`UPDATE "User" SET "secondStep" = $2 WHERE "id" = $1`, [id, kept]);
}

/** Gives an account a passkey that no device has, and says its id. */
export async function addPasskey(id: string): Promise<string> {
  const passkey = randomUUID();
  await database().query(
    `INSERT INTO "Passkey" ("id", "userId", "name", "credentialId", "publicKey", "transports")
     VALUES ($1, $2, 'Key ring', $3, 'none', '{}')`,
    [passkey, id, uniqueWord()],
  );
  return passkey;
}

/** Has the sessions of an account be ones that were begun with the second step. */
export async function passSecondStep(id: string): Promise<void> {
  await database().query(`UPDATE "Session" SET "isSecondStep" = true WHERE "userId" = $1`, [id]);
}

/** The code that an app with that secret shows now. */
export function appCode(secret = appSecret): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}

/** Closes an account, as an admin does: its sessions are gone, and its holder's browser still has the cookie. */
export async function closeAccount(id: string): Promise<void> {
  await database().query(
    `UPDATE "User" SET "disabledAt" = now(), "version" = "version" + 1, "updatedAt" = now() WHERE "id" = $1`,
    [id],
  );
  await database().query(`DELETE FROM "Session" WHERE "userId" = $1`, [id]);
}

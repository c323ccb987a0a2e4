import ipaddr from "ipaddr.js";
import { z } from "zod";
import { type LogDestination, logDestination } from "./env-log";
import { type Bucket, bucketAddress, type MailServer, mailServer } from "./env-services";
import { refuse } from "./env-refusal";
import { signOnFaults, type SignOnSettings, signOnSettings, signOnVariables } from "./env-sign-on";

const flag = (text: string) => text.split(",").flatMap((part) => part.trim() || []);
const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
/** Of IPv4 only the common spelling: the library also reads `1` and `0x7f.1`, which hardly mean what they say. */
const isAddressOrRange = (text: string) => {
  const [address = ""] = text.split("/", 1);
  if (!address.includes(":") && !ipaddr.IPv4.isValidFourPartDecimal(address)) return false;
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text);
};
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsUnset, type.optional());

/**
 * The site's own address. A path below it is refused rather than dropped: every address of the site begins at the root of
 * its host, and links made without the path would lead past a proxy that adds one.
 */
const siteAddress = z.url({ protocol: /^https?$/ }).transform((text, context) => {
  const { origin, pathname, search, hash, username, password } = new URL(text);
  if (username || password) return refuse(context, "must not hold a user name or password");
  if (pathname !== "/" || search || hash)
    return refuse(
      context,
      "must end after the host and port: the site is served at the root of its host, so give it a host name of its own",
    );
  return origin;
});

/** A database's address in its parts: one without a host, which URL does not take, is on this machine. */
export function databaseLocation(text: string): URL | null {
  const whole = text.replace("@/", "@localhost/");
  return URL.canParse(whole) ? new URL(whole) : null;
}

/** Whether an address says that a pooler stands there which gives a connection away after each transaction, as PgBouncer may. */
export function isPooled(address: string): boolean {
  return databaseLocation(address)?.searchParams.get("pgbouncer") === "true";
}

/** What `sslmode` may say: no TLS, TLS with any certificate, TLS with one that is checked. */
const tlsModes = ["disable", "no-verify", "require", "verify-ca", "verify-full"] as const;

/**
 * A database's address. The driver takes any other word for `verify-full`, and so it does `require` and `verify-ca`, with
 * a warning on each start: the address says what is done.
 */
const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address")
  .transform((text, context) => {
    const url = databaseLocation(text);
    if (!url) return refuse(context, "write special characters of its password as %xx");
    const mode = url.searchParams.get("sslmode");
    // Over a socket in the file system, the one form without a host, there is no TLS.
    if (mode === null || !URL.canParse(text)) return text;
    if (!tlsModes.some((one) => one === mode))
      return refuse(context, `its sslmode must be one of ${tlsModes.join(", ")}`);
    if (mode === "require" || mode === "verify-ca") url.searchParams.set("sslmode", "verify-full");
    return url.href;
  });

const licence = z
  .string()
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- read once, from the operator's own settings
  .regex(/^\S.*\s+https?:\/\/\S+$/, "must be a name followed by an address")
  .default("CC BY 4.0 https://creativecommons.org/licenses/by/4.0/")
  .transform((text) => {
    // eslint-disable-next-line regexp/no-super-linear-move -- as above
    const [name = "", url = ""] = text.split(/\s+(?=https?:\/\/\S+$)/);
    return { name, url };
  });

/** A time in minutes, up to a year. */
const minutes = (usual: number) =>
  z.preprocess(blankIsUnset, z.coerce.number().int().min(1).max(527_040).default(usual));

const variables = z.object({
  DATABASE_URL: optional(databaseAddress),
  DIRECT_DATABASE_URL: optional(databaseAddress),
  READ_DATABASE_URL: optional(databaseAddress),
  PORT: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).max(65535).default(3000)),
  HOST: z.preprocess(blankIsUnset, z.string().default("127.0.0.1")),
  ENTENTE_URL: optional(siteAddress),
  ENTENTE_SECRET: optional(z.string().min(32, "needs at least 32 characters")),
  ENTENTE_LICENCE: z.preprocess(blankIsUnset, licence),
  ENTENTE_DATA: z.preprocess(blankIsUnset, z.string().default(".data")),
  ENTENTE_FILES: optional(bucketAddress),
  TRUST_PROXY: z
    .string()
    .default("")
    .transform(flag)
    .refine((list) => list.every(isAddressOrRange), "must be addresses or ranges, as 10.0.0.1 or 10.0.0.0/8"),
  ENTENTE_SESSION_IDLE: minutes(12 * 60),
  ENTENTE_SESSION_MAX: minutes(7 * 24 * 60),
  ENTENTE_SESSION_CONFIRM: minutes(15),
  ENTENTE_SESSIONS: optional(z.coerce.number().int().min(1).max(1000)),
  ENTENTE_TWO_STEPS: z
    .string()
    .default("")
    .transform(flag)
    .pipe(z.array(z.enum(["viewer", "author", "editor", "admin"]))),
  ENTENTE_AUDIT_DAYS: optional(z.coerce.number().int().min(1).max(36_525)),
  METRICS_TOKEN: optional(z.string().min(16, "needs at least 16 characters")),
  SMTP_URL: optional(mailServer),
  LOG_LEVEL: z.preprocess(
    blankIsUnset,
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  ),
  LOG_TO: optional(logDestination),
  ...signOnVariables,
});

const checked = variables.superRefine((v, context) => {
  if (
    v.DATABASE_URL &&
    isPooled(v.DATABASE_URL) &&
    (!v.DIRECT_DATABASE_URL || isPooled(v.DIRECT_DATABASE_URL))
  )
    context.addIssue({
      code: "custom",
      path: ["DIRECT_DATABASE_URL"],
      message:
        "must lead past the pooler of DATABASE_URL: listening and migrations need a connection of their own",
    });
  for (const [name, message] of signOnFaults(v)) context.addIssue({ code: "custom", path: [name], message });
});

export type { MailServer };

/** What the environment says, checked. Unset parts that a build does without are undefined. */
export interface Env {
  databaseUrl: string | undefined;
  /** The owner's connection: migrations, listening, pruning. */
  directDatabaseUrl: string | undefined;
  /** A replica from which readers' pages are read while it has all that is published; undefined means the primary. */
  readDatabaseUrl: string | undefined;
  port: number;
  host: string;
  /** The public origin, as `https://entente.example`; undefined means localhost at our port. */
  url: string | undefined;
  secret: string | undefined;
  /** The terms on which the site's content may be used. */
  licence: { name: string; url: string };
  data: string;
  /** The bucket in which files are kept; undefined means the data folder. */
  files: Bucket | undefined;
  /** Addresses and ranges (CIDR) of proxies whose forwarded headers are believed. */
  trustProxy: string[];
  /** How long a session lasts, in milliseconds: unused, at most, and for changing accounts without proving anew who one is. */
  session: { idle: number; max: number; confirmed: number };
  /** How many sessions an account may have at once; undefined means any number. */
  sessionsAtOnce: number | undefined;
  /** Roles whose accounts need a second step to sign in. */
  twoSteps: readonly ("viewer" | "author" | "editor" | "admin")[];
  /** How people sign on through another's provider; undefined means by a password alone. */
  signOn: SignOnSettings | undefined;
  /** The address of the one admin whose password still lets in, where all others sign on through the provider. */
  passwordsOnlyFor: string | undefined;
  /** For how many days the audit log is kept; undefined means for good. */
  auditDays: number | undefined;
  metricsToken: string | undefined;
  /** The server that takes mail; undefined means that none is sent. Without a login it is trusted to know us. */
  smtp: MailServer | undefined;
  logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** Where the log's lines go besides standard output; undefined means nowhere. */
  logTo: LogDestination | undefined;
  production: boolean;
}

/** Checks a set of environment variables. Throws one sentence naming every bad one, never its value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = checked.safeParse(source);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not right. ${faults.join("; ")}`);
  }
  const v = parsed.data;
  return {
    databaseUrl: v.DATABASE_URL,
    directDatabaseUrl: v.DIRECT_DATABASE_URL ?? v.DATABASE_URL,
    readDatabaseUrl: v.READ_DATABASE_URL,
    port: v.PORT,
    host: v.HOST,
    url: v.ENTENTE_URL,
    secret: v.ENTENTE_SECRET,
    licence: v.ENTENTE_LICENCE,
    data: v.ENTENTE_DATA,
    files: v.ENTENTE_FILES,
    trustProxy: v.TRUST_PROXY,
    session: {
      idle: v.ENTENTE_SESSION_IDLE * 60_000,
      max: v.ENTENTE_SESSION_MAX * 60_000,
      confirmed: v.ENTENTE_SESSION_CONFIRM * 60_000,
    },
    sessionsAtOnce: v.ENTENTE_SESSIONS,
    twoSteps: v.ENTENTE_TWO_STEPS,
    signOn: signOnSettings(v),
    passwordsOnlyFor: v.ENTENTE_PASSWORDS_ONLY_FOR,
    auditDays: v.ENTENTE_AUDIT_DAYS,
    metricsToken: v.METRICS_TOKEN,
    smtp: v.SMTP_URL,
    logLevel: v.LOG_LEVEL,
    logTo: v.LOG_TO,
    production: source.NODE_ENV === "production",
  };
}

let known: Env | undefined;

/** The environment of this process, checked at first use. Throws when it is not right. */
export function env(): Env {
  return (known ??= parseEnv(process.env));
}

/** A part of the environment that must be there. Throws, naming it, when it is unset. */
export function required(name: "databaseUrl" | "directDatabaseUrl" | "readDatabaseUrl" | "secret"): string {
  const value = env()[name];
  if (value) return value;
  const variable = {
    databaseUrl: "DATABASE_URL",
    directDatabaseUrl: "DATABASE_URL",
    readDatabaseUrl: "READ_DATABASE_URL",
    secret: "ENTENTE_SECRET",
  };
  throw new Error(`${variable[name]} is not set; \`npm start\` and \`npm run entente\` set it.`);
}

/** The site's public origin without a slash at its end. */
export function publicUrl(): string {
  const { url, port } = env();
  return url ?? `http://localhost:${port}`;
}

/**
 * Tells next-auth, which reads the environment itself, what it needs: the secret, and that the forwarded
 * headers it sees are ours (server.ts sets them).
 */
export function tellAuth(): void {
  const { url } = env();
  process.env.NEXTAUTH_SECRET = required("secret");
  process.env.AUTH_TRUST_HOST = "1";
  if (url) process.env.NEXTAUTH_URL = url;
  else delete process.env.NEXTAUTH_URL;
}

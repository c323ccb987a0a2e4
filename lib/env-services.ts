/** The addresses of what the server uses besides its database: a store of files, and a server of mail. */
import { z } from "zod";
import { loginOf, refuse } from "./env-refusal";

export type Bucket = z.output<typeof bucketAddress>;
export type MailServer = z.output<typeof mailServer>;

/**
 * A bucket of an S3-compatible store, as `https://KEY:SECRET@s3.example.org/bucket?region=eu-west-1`. Its key and secret are
 * written with %xx where they hold anything but letters and digits.
 */
export const bucketAddress = z.url({ protocol: /^https?$/ }).transform((text, context) => {
  const url = new URL(text);
  const bucket = url.pathname.endsWith("/") ? url.pathname.slice(0, -1) : url.pathname;
  const unknown = [...url.searchParams.keys()].find((key) => key !== "region");
  if (url.username === "" || url.password === "" || bucket === "" || unknown !== undefined || url.hash !== "")
    return refuse(
      context,
      "must be https://KEY:SECRET@host/bucket, with ?region= where the store has regions",
    );
  const login = loginOf(url, context);
  return {
    address: url.origin + bucket,
    region: url.searchParams.get("region") ?? "us-east-1",
    keyId: login.user,
    secret: login.password,
  };
});

/**
 * A mail server, as `smtp://USER:PASSWORD@mail.example.org:587/?from=desk@example.org`; `smtps` speaks TLS from the first byte.
 * User and password are written with %xx where they hold anything but letters and digits.
 */
export const mailServer = z.url({ protocol: /^smtps?$/ }).transform((text, context) => {
  const url = new URL(text);
  const unknown = [...url.searchParams.keys()].find((key) => key !== "from");
  const isWhole = url.hostname !== "" && (url.pathname === "" || url.pathname === "/");
  if (!isWhole || url.hash !== "" || unknown !== undefined || (url.username === "") !== (url.password === ""))
    return refuse(context, "must be smtp://USER:PASSWORD@host:port/, with ?from= for the sender's address");
  const from = url.searchParams.get("from") ?? undefined;
  if (from !== undefined && !z.email().max(254).safeParse(from).success)
    return refuse(context, "its from must be an e-mail address");
  const isTls = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (isTls ? 465 : 587) : Number(url.port),
    isTls,
    login: url.username ? loginOf(url, context) : undefined,
    from,
  };
});

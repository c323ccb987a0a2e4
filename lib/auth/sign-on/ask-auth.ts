/** Asks next-auth in this process, with whatever cookies and form are wanted. */
import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";

/** A request as next-auth reads it. */
export interface AuthRequest {
  method: "GET" | "POST";
  /** Behind /api/auth, as `["signin", "sign-on"]`. */
  path: string[];
  query?: Record<string, string>;
  headers: Record<string, string>;
  cookies: Record<string, string>;
  body?: Record<string, string>;
}

/** What it answers. */
export interface AuthAnswer {
  /** Where it leads; null where it leads nowhere. */
  location: string | null;
  /** `Set-Cookie` headers. */
  setCookies: string[];
  body: unknown;
}

/** Asks next-auth. It knows neither the request that is being answered nor its cookies but by what it is given here. */
export async function askAuth(asked: AuthRequest, options: AuthOptions): Promise<AuthAnswer> {
  const { method, path, query = {}, headers, cookies, body = {} } = asked;
  const set: Record<string, string | string[]> = {};
  const answer: AuthAnswer = { location: null, setCookies: [], body: null };
  const keep = (sent: unknown) => void (answer.body = sent);
  const response = {
    status: () => response,
    getHeader: (name: string) => set[name.toLowerCase()],
    setHeader(name: string, value: string | string[]) {
      set[name.toLowerCase()] = value;
      return response;
    },
    send: keep,
    json: keep,
    end: () => response,
  } as Partial<NextApiResponse>;
  const request: Partial<NextApiRequest> = {
    method,
    query: { ...query, nextauth: path },
    headers,
    cookies,
    body,
  };
  await (NextAuth(request as NextApiRequest, response as NextApiResponse, options) as Promise<unknown>);
  const { location = null, "set-cookie": cookie = [] } = set;
  answer.location = typeof location === "string" ? location : null;
  answer.setCookies = [cookie].flat();
  return answer;
}

/** A provider of single sign-on on this machine, as a ministry would run one, with a page that asks who one is. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";

/** What it knows of a person, by the claims that it tells. */
export type Person = Record<string, unknown>;

export interface TestProvider {
  issuer: string;
  /** The people whom it knows, by the name that it has for each. */
  people: Map<string, Person>;
  /** Who says at once that they are this person; null: its page asks. */
  comes: string | null;
  /** How they prove it there (`amr`). */
  proof: string[];
  /** Takes requests, of people who come from a site and are led back there. */
  serve(site: string): void;
  stop(): Promise<void>;
}

export const client = { id: "entente", secret: "a secret that only the two know & keep" };

const form = `<!doctype html><html lang="en"><title>The ministry</title><h1>The ministry</h1>
<form method="post"><label>Who are you? <input name="who"></label><button>Go on</button></form>`;

/** Starts a provider, which has its address from then on. Its scope `desk` tells the claim `groups`. */
export async function startProvider(): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: TestProvider = {
    ...{ issuer, people: new Map<string, Person>(), comes: null, proof: ["pwd"] },
    serve(site) {
      const provider = new Provider(issuer, configuration(site, state.people));
      const answer = provider.callback();
      server.on("request", (request: IncomingMessage, response: ServerResponse) => {
        if (request.url?.startsWith("/interaction/"))
          return void interact(provider, state, request, response);
        // The same document at another address, which is not that of the provider that it names.
        request.url = request.url?.replace(/^\/elsewhere\//, "/");
        void answer(request, response);
      });
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return state;
}

function configuration(site: string, people: Map<string, Person>): Configuration {
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${site}/api/auth/callback/sign-on`],
        post_logout_redirect_uris: [`${site}/admin/sign-in`],
      },
    ],
    scopes: ["openid", "desk"],
    claims: {
      ...{ openid: ["sub", "auth_time", "amr"], email: ["email", "email_verified"] },
      ...{ profile: ["name"], desk: ["groups"] },
    },
    findAccount: (_context, id) => {
      const person = people.get(id);
      return person && { accountId: id, claims: () => Promise.resolve({ sub: id, ...person }) };
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    ttl: {
      Interaction: 600,
      Grant: 600,
      Session: 600,
      AccessToken: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
    cookies: { keys: ["for tests alone"] },
    // No one is asked whether the desk may know who they are.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      });
      grant.addOIDCScope("openid email profile desk");
      await grant.save();
      return grant;
    },
  };
}

async function interact(
  provider: Provider,
  { comes, proof }: TestProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (comes === null && request.method === "GET") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    return void response.end(form);
  }
  let sent = "";
  for await (const chunk of request) sent += String(chunk);
  const accountId = comes ?? new URLSearchParams(sent).get("who") ?? "";
  const result = accountId === "no one" ? { error: "access_denied" } : { login: { accountId, amr: proof } };
  await provider.interactionFinished(request, response, result);
}

/** Signs in over HTTP, as the desk's own dialog does. */
import { people, type RoleName } from "../e2e/support/people";

const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]!);

/** The cookies of a new session of the person with this role, as a request's header has them. */
export async function signIn(url: string, role: RoleName): Promise<string> {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const { email, password } = people[role];
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, cookie: cookiesOf(asked).join("; ") },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  const cookies = [...cookiesOf(asked), ...cookiesOf(answer)];
  if (!cookies.some((cookie) => cookie.includes("session=")))
    throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  return cookies.join("; ");
}

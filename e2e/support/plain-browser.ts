/**
 * A browser without scripts: it keeps cookies, follows redirects, and reads and sends forms. It needs nothing but
 * HTTP, so that a deployment can be tried from anywhere, and a server while it is being killed.
 */
import { type DefaultTreeAdapterTypes as Tree, parse } from "parse5";

export interface Page {
  url: string;
  status: number;
  headers: Headers;
  text: string;
  /** The first form in which an input or a button has this name. Throws where there is none. */
  form(holds: string | RegExp): Form;
}

export interface Form {
  /** Where it is sent. */
  url: string;
  /** What it sends, by name, without its buttons. */
  values: [string, string][];
}

export interface PlainBrowserSettings {
  /** How the site calls itself. */
  origin: string;
  /** Where it is reached instead, as by a proxy that the server trusts: an instance that readers do not see yet. */
  through?: string;
  /** How long one answer may take, in milliseconds. */
  patience?: number;
}

export class PlainBrowser {
  readonly cookies = new Map<string, string>();

  constructor(readonly settings: PlainBrowserSettings) {}

  /** Asks for a page and follows where it leads. */
  async open(path: string): Promise<Page> {
    return this.#follow(path, await this.ask(path));
  }

  /** Sends a form with some values set, as its button does; follows where that leads. */
  async send(form: Form, values: Record<string, string>): Promise<Page> {
    return this.#follow(form.url, await this.post(form, values));
  }

  /** Sends a form and gives the answer as it is. */
  post({ url, values: own }: Form, values: Record<string, string>): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of own) if (!(name in values)) body.append(name, value);
    for (const [name, value] of Object.entries(values)) body.append(name, value);
    return this.ask(url, { method: "POST", body, headers: { origin: this.settings.origin } });
  }

  /** One request with our cookies, redirects not followed. */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.settings.origin);
    if (url.origin !== this.settings.origin) throw new Error(`led to another site: ${url.origin}`);
    const headers = new Headers(init.headers);
    const { through, patience = 30_000 } = this.settings;
    if (through) {
      headers.set("x-forwarded-host", url.host);
      headers.set("x-forwarded-proto", url.protocol.slice(0, -1));
      headers.set("x-forwarded-for", "127.0.0.1");
    }
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (cookie) headers.set("cookie", cookie);
    const signal = AbortSignal.timeout(patience);
    const reached = through ? new URL(url.pathname + url.search, through) : url;
    const answer = await fetch(reached, { ...init, headers, redirect: "manual", signal });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";", 1);
      const cut = pair.indexOf("=");
      this.cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
    return answer;
  }

  async #follow(path: string, first: Response): Promise<Page> {
    let answer = first;
    let url = new URL(path, this.settings.origin);
    for (let hops = 0; hops < 5; hops += 1) {
      const to = answer.headers.get("location");
      if (!to || answer.status < 300 || answer.status >= 400) break;
      await answer.body?.cancel();
      url = new URL(to, url);
      answer = await this.ask(url.href);
    }
    return pageOf(url, answer);
  }
}

/** Signs in by the sign-in page's form. Throws what the page answers where that fails. */
export async function signInPlainly(
  browser: PlainBrowser,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const page = await browser.open("/admin/sign-in");
  const after = await browser.send(page.form("password"), { email, password });
  if (new URL(after.url).pathname === "/admin/sign-in")
    throw new Error(`signing in answered ${after.status} and led back to the sign-in page`);
}

async function pageOf(url: URL, answer: Response): Promise<Page> {
  const text = await answer.text();
  return {
    url: url.href,
    status: answer.status,
    headers: answer.headers,
    text,
    form(holds) {
      const found = formIn(text, holds, url.href);
      if (!found) throw new Error(`${url.pathname} (${answer.status}) has no form with ${String(holds)}`);
      return found;
    },
  };
}

/** The first form of a page at `url` in which an input or a button has this name; null where there is none. */
export function formIn(html: string, holds: string | RegExp, url: string): Form | null {
  const isIt = (name = "") => (typeof holds === "string" ? name === holds : holds.test(name));
  const forms = elements(parse(html), "form");
  const found = forms.find((form) => controls(form).some((one) => isIt(attribute(one, "name"))));
  return found ? { url: attribute(found, "action") || url, values: valuesOf(found) } : null;
}

const attribute = (element: Tree.Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value;

function elements(parent: Tree.ParentNode, ...names: string[]): Tree.Element[] {
  return parent.childNodes.flatMap((node) => {
    if (!("tagName" in node)) return [];
    const below = elements(node, ...names);
    return names.includes(node.tagName) ? [node, ...below] : below;
  });
}

const controls = (form: Tree.Element) => elements(form, "input", "select", "textarea", "button");

function valuesOf(form: Tree.Element): [string, string][] {
  return controls(form).flatMap((one): [string, string][] => {
    const name = attribute(one, "name");
    const value = valueOf(one);
    return name && value !== null ? [[name, value]] : [];
  });
}

/** What a control sends, null for what sends nothing by itself. */
function valueOf(one: Tree.Element): string | null {
  if (one.tagName === "button") return null;
  if (one.tagName === "textarea") return textIn(one).replace(/^\n/, "");
  if (one.tagName === "select") {
    const options = elements(one, "option");
    const chosen = options.find((option) => attribute(option, "selected") !== undefined) ?? options[0];
    return chosen ? (attribute(chosen, "value") ?? textIn(chosen)) : null;
  }
  const type = attribute(one, "type");
  if (type === "submit" || type === "button") return null;
  if ((type === "checkbox" || type === "radio") && attribute(one, "checked") === undefined) return null;
  return attribute(one, "value") ?? (type === "checkbox" || type === "radio" ? "on" : "");
}

function textIn(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => ("value" in child ? child.value : "childNodes" in child ? textIn(child) : ""))
    .join("");
}

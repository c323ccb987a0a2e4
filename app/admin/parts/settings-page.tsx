import type { ReactNode } from "react";

interface SettingsPageProps {
  title: string;
  lead: string;
  children: ReactNode;
}

/** A page on which the desk keeps a list of its own: what it is, and its parts below. */
export function SettingsPage({ title, lead, children }: SettingsPageProps) {
  return (
    <div className="space-y-10">
      <header>
        <h1>{title}</h1>
        <p className="mt-1 max-w-measure text-muted">{lead}</p>
      </header>
      {children}
    </div>
  );
}

interface SettingsFormProps {
  /** The heading's id, which no other on the page has. */
  id: string;
  heading: string;
  /** As wide as a text to be read, for forms in which one is written. */
  wide?: boolean;
  children: ReactNode;
}

/** A form of such a page under its heading. */
export function SettingsForm({ id, heading, wide = false, children }: SettingsFormProps) {
  return (
    <section aria-labelledby={id} className={wide ? "max-w-measure" : "max-w-md"}>
      <h2 id={id} className="mb-4 font-serif text-lead">
        {heading}
      </h2>
      {children}
    </section>
  );
}

interface RecordLinkProps {
  /** Null where the reader may not open it at the desk. */
  href: string | null;
  children: string;
  /** Opens beside what is being typed. */
  inNewTab?: boolean;
}

/** A record's name, as a link where the reader may open it. */
export function RecordLink({ href, children, inNewTab }: RecordLinkProps) {
  if (href === null) return children;
  return (
    <a href={href} {...(inNewTab && { target: "_blank", rel: "noreferrer" })}>
      {children}
    </a>
  );
}

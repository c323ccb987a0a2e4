import type { ReactNode } from "react";
import { MarkedHeading } from "./marked-heading";

interface Props {
  /** The full title. */
  title: string;
  /** A short one, which then heads the page. */
  short?: string | undefined;
  /** BCP 47, where the title is in another language than the page. */
  lang?: string | undefined;
  marks?: ReactNode;
}

/** What a record is called: in short where it has a short title, with the full one below. */
export function RecordHeading({ title, short, lang, marks }: Props) {
  const isShort = short !== undefined && short !== title;
  return (
    <>
      <MarkedHeading level="h1" className="mt-1 max-w-4xl text-title" after={marks}>
        <bdi lang={lang}>{isShort ? short : title}</bdi>
      </MarkedHeading>
      {isShort && (
        <p className="mt-3 max-w-measure text-lead leading-snug text-muted" lang={lang}>
          {title}
        </p>
      )}
    </>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { languageTag, tagBeside } from "@/lib/domain/languages";
import { below } from "@/lib/domain/paths";
import { numberFormat } from "@/lib/domain/intl-formats";
import { MarginSection } from "../frame/margin-section";
import { Name } from "../frame/name";
import type { ShownFile } from "./shown-files";

interface Props {
  files: readonly ShownFile[];
  /** The marks of what is cited for the value at a path. */
  cite?: CitePath | undefined;
}

/** Sets the marks beside the value at a path in a record. */
export type CitePath = (path: string) => ReactNode;

/** The parts of a row that a line shows. */
const shownParts = ["role", "file", "title", "language", "licence", "credit"];

/** All marks of one file, where its line ends. */
function marksOfFile({ id }: ShownFile, cite: CitePath | undefined): ReactNode {
  if (!id || !cite) return null;
  const row = below("files", id);
  return [...shownParts.map((part) => below(row, part)), row].map((path) => (
    <Fragment key={path}>{cite(path)}</Fragment>
  ));
}

/** The texts and pictures of a record; nothing where it has none. */
export function Files({ files, cite }: Props) {
  const t = useTranslations("attached");
  const pictures = files.filter(({ isPicture }) => isPicture);
  const texts = files.filter(({ isPicture }) => !isPicture);
  return (
    <>
      {pictures.length > 0 && (
        <MarginSection heading={t("pictures")} marks={cite?.("files")}>
          <ul className="grid max-w-measure gap-8">
            {pictures.map((file, index) => (
              <li key={file.id ?? index}>
                <Picture file={file} cite={cite} />
              </li>
            ))}
          </ul>
        </MarginSection>
      )}
      {texts.length > 0 && (
        <MarginSection heading={t("texts")} marks={pictures.length > 0 ? null : cite?.("files")}>
          <FileLines files={texts} cite={cite} />
        </MarginSection>
      )}
    </>
  );
}

/** Files as a list of links, a line each. */
export function FileLines({ files, cite }: Props) {
  return (
    <ul className="grid max-w-measure gap-1.5">
      {files.map((file, index) => (
        <li key={file.id ?? index}>
          <FileLink file={file} cite={cite} />
        </li>
      ))}
    </ul>
  );
}

interface FileProps {
  file: ShownFile;
  cite?: CitePath | undefined;
}

/** A link to a file, with what it is: language, type and size, licence and credit. */
export function FileLink({ file, cite, withoutLanguage = false }: FileProps & { withoutLanguage?: boolean }) {
  const word = useTranslations("choices");
  const locale = useLocale();
  const { href, title, language, role } = file;
  const kind = useFileKind(file);
  const about = [
    role && role !== "authentic-text" && word(role),
    !withoutLanguage && language,
    kind,
    ...useTerms(file),
  ].filter(Boolean);
  return (
    <>
      <a href={href} hrefLang={language && languageTag(language)}>
        <Name lang={title && tagBeside(language, locale)}>{title || href}</Name>
      </a>{" "}
      <span className="label">{about.join(" · ")}</span>
      {marksOfFile(file, cite)}
    </>
  );
}

/** "PDF, 2.1 MB" */
function useFileKind({ ending, size }: ShownFile): string {
  const t = useTranslations("attached");
  const locale = useLocale();
  const type = t(`types.${ending}`);
  if (size === undefined) return type;
  const isLarge = size >= 1e6;
  const unit = isLarge ? "megabyte" : "kilobyte";
  const digits = { maximumFractionDigits: isLarge ? 1 : 0 };
  const inUnits = isLarge ? size / 1e6 : Math.max(1, size / 1e3);
  return `${type}, ${numberFormat(locale, { style: "unit", unit, ...digits }).format(inUnits)}`;
}

function useTerms({ licence, credit }: ShownFile): string[] {
  const t = useTranslations("attached");
  return [...(credit ? [t("credit", { credit })] : []), ...(licence ? [t("licence", { licence })] : [])];
}

/** A picture as small as pages show it, which leads to the whole, with who made it and how it may be used. */
function Picture({ file, cite }: FileProps) {
  const locale = useLocale();
  const { href, title, small, language } = file;
  const lang = title && tagBeside(language, locale);
  const about = useTerms(file);
  return (
    <figure>
      <a href={href}>
        {small ? (
          <img
            src={small.src}
            width={small.width}
            height={small.height}
            alt={title}
            lang={lang}
            loading="lazy"
            decoding="async"
            className="h-auto max-w-full"
          />
        ) : (
          <Name lang={lang}>{title}</Name>
        )}
      </a>
      <figcaption className="label mt-2">
        <Name lang={lang}>{title}</Name>
        {about.map((part) => ` · ${part}`)}
        {marksOfFile(file, cite)}
      </figcaption>
    </figure>
  );
}

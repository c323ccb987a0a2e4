import { useTranslations } from "next-intl";
import { Facts } from "../frame/facts";
import { MarginSection } from "../frame/margin-section";
import { type CitePath, FileLines, FileLink, Files } from "../files/files";
import type { ShownFile } from "../files/shown-files";

/** The texts of an agreement: the authentic ones by language, then translations, annexes and what else there is. */
export function AgreementTexts({ files, cite }: { files: readonly ShownFile[]; cite: CitePath }) {
  const t = useTranslations("attached");
  const texts = files.filter(({ isPicture }) => !isPicture);
  const authentic = texts.filter(({ role }) => role === "authentic-text");
  const others = texts.filter(({ role }) => role !== "authentic-text");
  return (
    <>
      {texts.length > 0 && (
        <MarginSection heading={t("texts")} marks={cite("files")}>
          <div className="grid gap-4">
            {authentic.length > 0 && (
              <div>
                <h3 className="label mb-1.5">{t("authentic")}</h3>
                <Facts facts={byLanguage(authentic, t("languageNotStated"), cite)} />
              </div>
            )}
            {others.length > 0 && <FileLines files={others} cite={cite} />}
          </div>
        </MarginSection>
      )}
      <Files
        files={files.filter(({ isPicture }) => isPicture)}
        // The marks of all files stand once.
        cite={(path) => (path === "files" && texts.length > 0 ? null : cite(path))}
      />
    </>
  );
}

/** One line for each language, in the order in which the record names them. */
function byLanguage(files: readonly ShownFile[], notStated: string, cite: CitePath) {
  const languages = [...new Set(files.map(({ language }) => language ?? notStated))];
  return languages.map((term) => ({
    term,
    is: files
      .filter(({ language }) => (language ?? notStated) === term)
      .map((file, index) => <FileLink key={file.id ?? index} file={file} cite={cite} withoutLanguage />),
  }));
}

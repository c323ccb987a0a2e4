import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Facts } from "../frame/facts";
import { MarginSection } from "../frame/margin-section";
import { FileLines, FileLink, Files } from "../files/files";
import type { ShownFile } from "../files/shown-files";

/** The texts of an agreement: the authentic ones by language, then translations, annexes and what else there is. */
export function AgreementTexts({ files, after }: { files: readonly ShownFile[]; after?: ReactNode }) {
  const t = useTranslations("attached");
  const texts = files.filter(({ isPicture }) => !isPicture);
  const authentic = texts.filter(({ role }) => role === "authentic-text");
  const others = texts.filter(({ role }) => role !== "authentic-text");
  return (
    <>
      {texts.length > 0 && (
        <MarginSection
          heading={
            <>
              {t("texts")}
              {after}
            </>
          }
        >
          <div className="grid gap-4">
            {authentic.length > 0 && (
              <div>
                <h3 className="label mb-1.5">{t("authentic")}</h3>
                <Facts facts={byLanguage(authentic, t("languageNotStated"))} />
              </div>
            )}
            {others.length > 0 && <FileLines files={others} />}
          </div>
        </MarginSection>
      )}
      <Files files={files.filter(({ isPicture }) => isPicture)} after={texts.length > 0 ? null : after} />
    </>
  );
}

/** One line for each language, in the order in which the record names them. */
function byLanguage(files: readonly ShownFile[], notStated: string) {
  const languages = [...new Set(files.map(({ language }) => language ?? notStated))];
  return languages.map((term) => ({
    term,
    is: files
      .filter(({ language }) => (language ?? notStated) === term)
      .map((file, index) => <FileLink key={file.id ?? index} file={file} withoutLanguage />),
  }));
}

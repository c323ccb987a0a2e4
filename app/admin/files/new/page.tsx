import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { uploadPart, uploadPath } from "@/components/desk/fields/file/upload";
import { requireVisitor } from "@/lib/auth/session";
import { isFileId, maxFileSize, maxPixels } from "@/lib/domain/files";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the page for uploads is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.upload"))("title") };
}

/** Uploads a file without scripts: a plain form, and the number to put into the form of a record. */
export default async function UploadPage({ searchParams }: Props) {
  await requireVisitor("write");
  const [t, problems] = await Promise.all([getTranslations("desk.upload"), getTranslations("problems.file")]);
  const { added, fault } = await searchParams;
  const id = typeof added === "string" && isFileId(added) ? added : null;
  const wrong =
    typeof fault === "string" && /^[a-zA-Z]{1,20}$/.test(fault) && problems.has(fault) ? fault : null;
  const limits = { megabytes: maxFileSize / 1024 / 1024, megapixels: maxPixels / 1e6 };
  return (
    <div className="max-w-xl">
      <h1>{t("title")}</h1>
      <p className="mt-1 mb-6 text-muted">{t("lead")}</p>
      {id && (
        <div className="notice" role="status">
          <label htmlFor="number" className="field-label">
            {t("added")}
          </label>
          <input id="number" className="control" readOnly value={id} />
          <p>
            <a href={`${uploadPath}/${id}`}>{t("open")}</a>
          </p>
        </div>
      )}
      {wrong && (
        <p id="problem" className="notice notice-warn" role="alert">
          {problems(wrong, limits)}
        </p>
      )}
      <form method="post" action={uploadPath} encType="multipart/form-data">
        <label htmlFor="file" className="field-label">
          {t(id ? "another" : "file")}
        </label>
        <input
          id="file"
          type="file"
          name={uploadPart}
          required
          className="control"
          accept=".pdf,.jpg,.jpeg,.png,.webp,.txt"
          aria-describedby={wrong ? "problem" : undefined}
          aria-invalid={wrong ? true : undefined}
        />
        <p className="mt-3">
          <button className="btn">{t("send")}</button>
        </p>
      </form>
    </div>
  );
}

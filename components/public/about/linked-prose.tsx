import { linkedText } from "@/lib/domain/linked-text";

/** Text as an admin wrote it: paragraphs at empty lines, with its web and mail addresses as links. Never markup. */
export function LinkedProse({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((one) => one.trim());
  return (
    <div className="grid max-w-measure grid-cols-1 gap-4">
      {paragraphs.map((paragraph, index) => (
        <p key={index} className="wrap-anywhere whitespace-pre-line">
          {linkedText(paragraph.trim()).map(({ text: words, href }, place) =>
            href === undefined ? (
              words
            ) : (
              <a key={place} href={href} rel="external noopener nofollow">
                {words}
              </a>
            ),
          )}
        </p>
      ))}
    </div>
  );
}

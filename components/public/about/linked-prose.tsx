import { linkedText } from "@/lib/domain/linked-text";
import { Prose } from "../frame/prose";

/** Text as an admin wrote it, with its web and mail addresses as links. Never markup. */
export function LinkedProse({ text }: { text: string }) {
  return <Prose text={text} className="wrap-anywhere" draw={withLinks} />;
}

const withLinks = (words: string) =>
  linkedText(words).map(({ text, href }, place) =>
    href === undefined ? (
      text
    ) : (
      <a key={place} href={href} rel="external noopener nofollow">
        {text}
      </a>
    ),
  );

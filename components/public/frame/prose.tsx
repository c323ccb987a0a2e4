import type { ReactNode } from "react";

/**
 * Text as it was written: paragraphs at empty lines, never markup. What follows it (its marks) ends the last one; `draw` says
 * how the words of a paragraph are shown, where not as they are.
 */
export function Prose({
  text,
  after,
  draw = (words) => words,
  className = "",
}: {
  text: string;
  after?: ReactNode;
  draw?: (words: string) => ReactNode;
  className?: string;
}) {
  const paragraphs = text.split(/\n\s*\n/).filter((one) => one.trim());
  return (
    <div className={`grid max-w-measure grid-cols-1 gap-4 ${className}`}>
      {paragraphs.map((paragraph, index) => (
        <p key={index} className="whitespace-pre-line">
          {draw(paragraph.trim())}
          {index === paragraphs.length - 1 && after}
        </p>
      ))}
    </div>
  );
}

import type { ReactNode } from "react";

/** Text as it was written: paragraphs at empty lines, never markup. What follows it (its marks) ends the last one. */
export function Prose({
  text,
  after,
  className = "",
}: {
  text: string;
  after?: ReactNode;
  className?: string;
}) {
  const paragraphs = text.split(/\n\s*\n/).filter((one) => one.trim());
  return (
    <div className={`grid max-w-measure grid-cols-1 gap-4 ${className}`}>
      {paragraphs.map((paragraph, index) => (
        <p key={index} className="whitespace-pre-line">
          {paragraph.trim()}
          {index === paragraphs.length - 1 && after}
        </p>
      ))}
    </div>
  );
}

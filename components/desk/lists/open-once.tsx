"use client";
import { type ReactNode, useState } from "react";

/** A fold that begins open or closed and is then the reader's: what the page finds later neither opens nor closes it. */
export function OpenOnce({
  isOpen,
  className,
  children,
}: {
  isOpen: boolean;
  className: string;
  children: ReactNode;
}) {
  const [began] = useState(isOpen);
  return (
    <details className={className} open={began || undefined}>
      {children}
    </details>
  );
}

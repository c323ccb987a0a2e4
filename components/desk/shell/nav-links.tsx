"use client";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

interface NavLinksProps {
  label: string;
  links: { href: string; label: string }[];
}

/** The desk's navigation. Plain links: leaving a form with unsaved text has to be a page load that can be stopped. */
export function NavLinks({ label, links }: NavLinksProps) {
  const path = usePathname();
  const list = useRef<HTMLUListElement>(null);
  // On a narrow screen the links are one line that scrolls: where one is has to be seen.
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  const isHere = (href: string) => path === href || (href !== "/admin" && path.startsWith(`${href}/`));
  return (
    <nav aria-label={label} className="desk-nav">
      <ul ref={list}>
        {links.map(({ href, label: text }) => (
          <li key={href}>
            <a href={href} aria-current={isHere(href) ? (path === href ? "page" : "true") : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

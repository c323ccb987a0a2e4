"use client";
import { usePathname } from "next/navigation";

interface NavLinksProps {
  label: string;
  /** What the fold is called in which the links are on a narrow screen. */
  menu: string;
  links: { href: string; label: string }[];
  /** Pages to which other links lead: the fold says that one is here. */
  others: { href: string; label: string }[];
}

/** The desk's navigation. Plain links: leaving a form with unsaved text has to be a page load that can be stopped. */
export function NavLinks({ label, menu, links, others }: NavLinksProps) {
  const path = usePathname();
  const isHere = (href: string) => path === href || (href !== "/admin" && path.startsWith(`${href}/`));
  const here = [...links, ...others].find(({ href }) => isHere(href));
  return (
    <nav aria-label={label} className="desk-nav">
      {/* Folded on a narrow screen alone. */}
      <details className="desk-menu">
        <summary>
          <span className="desk-menu-name">{menu}</span> <span className="desk-menu-here">{here?.label}</span>
        </summary>
        <ul>
          {links.map(({ href, label: text }) => (
            <li key={href}>
              <a href={href} aria-current={isHere(href) ? (path === href ? "page" : "true") : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

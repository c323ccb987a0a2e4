import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { routing } from "@/i18n/routing";
import { publicUrl } from "@/lib/env";
import { siteName } from "@/lib/site";
import { typefaces } from "../fonts";
import "../globals.css";

// The build has no database, and the document store (not Next) keeps what was rendered.
export const dynamic = "force-dynamic";

/** What every readers' page says of itself unless it says otherwise. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(publicUrl()),
    applicationName: siteName,
    icons: {
      // Next itself adds the one of app/favicon.ico.
      icon: [{ url: "/icon.svg", type: "image/svg+xml" }],
      apple: [{ url: "/apple-icon.png", sizes: "180x180", type: "image/png" }],
    },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf9f4" },
    { media: "(prefers-color-scheme: dark)", color: "#171512" },
  ],
};

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** The document of the readers' pages, in the language of their address. */
export default async function ReadersLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  return (
    <html lang={locale} className={typefaces}>
      <body className="reader">{children}</body>
    </html>
  );
}

import type { Config } from "tailwindcss";

const sans = [
  "var(--sans)",
  "var(--sans-letters)",
  "var(--sans-extended)",
  "var(--sans-cyrillic)",
  "var(--sans-cyrillic-extended)",
  "var(--sans-greek)",
  "system-ui",
  "Segoe UI",
  "Roboto",
  "Noto Sans",
  "Helvetica Neue",
  "Arial",
  "sans-serif",
];

/** The design's tokens. Colours are CSS variables set in app/globals.css for light and dark. */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    extend: {
      colors: {
        paper: "var(--paper)",
        raised: "var(--raised)",
        ink: "var(--ink)",
        muted: "var(--muted)",
        rule: "var(--rule)",
        accent: "var(--accent)",
        // The two sides of a dossier, the same in lists, chart, timeline and map.
        "side-a": "var(--side-a)",
        "side-b": "var(--side-b)",
        // Land on the map, and other areas that only have to be told from paper.
        land: "var(--land)",
        // What can be used at the desk, and what has the focus there: never the red of mistakes.
        focus: "var(--focus)",
        danger: "var(--danger)",
        warn: "var(--warn)",
        ok: "var(--ok)",
      },
      fontFamily: {
        serif: [
          "var(--serif)",
          "var(--serif-letters)",
          "var(--serif-extended)",
          "var(--serif-cyrillic)",
          "var(--serif-cyrillic-extended)",
          "var(--serif-greek)",
          "Charter",
          "Bitstream Charter",
          "Sitka Text",
          "Cambria",
          "Noto Serif",
          "serif",
        ],
        sans,
        // In a weight that has a few letters alone: what it lacks is set as all else is.
        key: ["var(--sans-key)", ...sans],
      },
      // A printed page's scale: few sizes, each a step of about 1.2 from the next.
      fontSize: {
        note: ["0.8125rem", { lineHeight: "1.25rem" }],
        label: ["0.9375rem", { lineHeight: "1.4rem" }],
        body: ["1.125rem", { lineHeight: "1.75rem" }],
        lead: ["1.3125rem", { lineHeight: "2rem" }],
        section: ["1.5rem", { lineHeight: "1.9rem" }],
        title: ["2.125rem", { lineHeight: "2.45rem" }],
        display: ["3.25rem", { lineHeight: "3.5rem" }],
      },
      maxWidth: {
        // 60–75 characters of the body size.
        measure: "38rem",
        page: "74rem",
      },
    },
  },
} satisfies Config;

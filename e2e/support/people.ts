/** The accounts that every run of the browser tests begins with: one for each role. */
export const people = {
  viewer: {
    role: "viewer",
    name: "Vera Viewer",
    email: "viewer@example.org",
    password: "viewer reads drafts",
  },
  author: {
    role: "author",
    name: "Aldo Author",
    email: "author@example.org",
    password: "author writes drafts",
  },
  editor: {
    role: "editor",
    name: "Edith Editor",
    email: "editor@example.org",
    password: "editor publishes it",
  },
  admin: {
    role: "admin",
    name: "Adam Admin",
    email: process.env.E2E_EMAIL ?? "admin@example.org",
    password: process.env.E2E_PASSWORD ?? "admin keeps people",
  },
} as const;

export type RoleName = keyof typeof people;

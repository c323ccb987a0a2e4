import { fulfilments } from "@/lib/domain/kinds/announcement-fulfilment";
import type { Fact } from "../frame/facts";
import type { Linked } from "../frame/linked";
import { FulfilmentText } from "./announcement-list";

/** Announcements as the records to which they belong link to them: each with what it has come to, where that is said. */
export function AnnouncementLinks({ announcements }: { announcements: readonly Linked[] }) {
  return (
    <ul className="grid gap-1">
      {announcements.map((one) => (
        <li key={one.href}>
          <AnnouncementLink announcement={one} />
        </li>
      ))}
    </ul>
  );
}

/** The announcements to which a record belongs, as one of its facts; null where it belongs to none. */
export function announcementsFact(announcements: readonly Linked[] | undefined, term: string): Fact | null {
  return !announcements?.length
    ? null
    : { term, is: announcements.map((one) => <AnnouncementLink key={one.href} announcement={one} />) };
}

function AnnouncementLink({ announcement: { href, title, told } }: { announcement: Linked }) {
  const fulfilment = fulfilments.find((one) => one === told);
  return (
    <>
      <a href={href}>{title}</a>{" "}
      {fulfilment && (
        <span className="label">
          <FulfilmentText value={fulfilment} />
        </span>
      )}
    </>
  );
}

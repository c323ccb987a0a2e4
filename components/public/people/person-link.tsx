import type { Around } from "../frame/linked";
import { Name } from "../frame/name";

interface PersonLinkProps {
  /** The name as the record has it. */
  name: string | undefined;
  /** The id of the person it is, where that is recorded. */
  person: string | undefined;
  around: Around;
}

/** A name that leads to the person's page where it is known who that is, with their present name where it is another. */
export function PersonLink({ name, person, around }: PersonLinkProps) {
  const linked = person === undefined ? undefined : around.people.get(person);
  if (!linked) return name && <Name>{name}</Name>;
  const now = linked.title;
  return (
    <>
      <a href={linked.href}>
        <Name>{name ?? now}</Name>
      </a>
      {name !== undefined && name !== now && (
        <span className="text-muted">
          {" "}
          (<Name>{now}</Name>)
        </span>
      )}
    </>
  );
}

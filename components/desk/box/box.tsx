"use client";
/** The desk's one box: a record, a page or an action by a few letters of its name. */
import { Command } from "cmdk";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { wordAt } from "../form/fill";
import type { BoxGroup, BoxItem, BoxProps } from "./box-parts";
import { meant } from "./matching";
import { actionsHere, beginnings, dossierHere, pagesOf } from "./offers";
import { useFindings } from "./use-findings";

/** More of one sort than that are no choice. */
const most = 8;

/** Shown while it is open; arrows move, Enter goes, Escape closes. `begun` is what was typed before it was there. */
export function Box({
  begun,
  onClose,
  ...props
}: BoxProps & { begun: RefObject<string>; onClose: () => void }) {
  const { words } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [dossier] = useState(dossierHere);
  const [actions] = useState(actionsHere);
  const { found, status } = useFindings(typed);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // A dialog gives the focus to its first part that can have it, whatever that is.
    dialog.current?.querySelector("input")?.focus();
    setTyped(begun.current);
  }, [begun]);

  const records = found.map((one) => ({ id: one.href, ...one }));
  const groups: BoxGroup[] = [
    { heading: "begin", items: meant(beginnings(props, dossier), typed) },
    { heading: "actions", items: meant(actions, typed) },
    { heading: "records", items: typed.trim() ? records : [] },
    { heading: "pages", items: meant(pagesOf(props, dossier), typed) },
  ];
  // A name is typed to find a record: what there is to begin or open comes first only while it is short.
  const isName = typed.trim().length > 3 && records.length > 0;
  const ordered = isName ? [groups[2]!, ...groups.filter((_, at) => at !== 2)] : groups;
  const shown = ordered.filter(({ items }) => items.length > 0);

  function choose({ href, run }: BoxItem) {
    onClose();
    if (href) window.location.assign(href);
    // The focus is given back first, where the action begins.
    else if (run) setTimeout(run);
  }

  const said = { idle: "", searching: "searching", found: shown.length > 0 ? "" : "none", failed: "failed" }[
    status
  ];
  return (
    <dialog
      ref={dialog}
      className="box"
      aria-label={wordAt(words, "open")}
      onClose={onClose}
      // Outside of the box is the dialog itself.
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <Command shouldFilter={false} loop label={wordAt(words, "open")} vimBindings={false}>
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder={wordAt(words, "placeholder")}
          className="control"
        />
        <p role="status" className="box-said">
          {said && wordAt(words, said)}
        </p>
        <Command.List label={wordAt(words, "offers")}>
          {shown.map(({ heading, items }) => (
            <Command.Group key={heading} heading={wordAt(words, `groups.${heading}`)}>
              {items.slice(0, most).map((item) => (
                <Command.Item key={item.id} value={`${heading} ${item.id}`} onSelect={() => choose(item)}>
                  <span>{item.label}</span>
                  {item.detail && <span className="combobox-detail">{item.detail}</span>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </dialog>
  );
}

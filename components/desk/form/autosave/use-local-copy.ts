"use client";
/** The copy in the browser of what is typed in a form: made while it cannot be saved, offered on return, dropped once saved. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Typed } from "@/lib/domain/fields/typed";
import { sameTyped } from "@/lib/domain/compare-rows";
import type { Autosaver, Keeping } from "./autosaver";
import type { LocalCopy } from "./local-copy";

interface LocalCopySettings {
  saver: Autosaver;
  keeping: Keeping;
  account: string;
  /** The list's segment. */
  path: string;
  /** What the form says just now; null once it is gone. */
  read: () => Typed | null;
  base: RefObject<Typed | undefined>;
}

const load = () => import("./local-copy");

/** A copy that was left here is `offered`; `forget` throws it away, and it goes by itself once what it holds is saved. */
export function useLocalCopy({ saver, keeping, account, path, read, base }: LocalCopySettings) {
  const [offered, setOffered] = useState<LocalCopy | null>(null);
  const taken = useRef<LocalCopy[]>([]);
  const isKept = useRef(false);
  const record = useCallback(() => `${path}/${saver.standing?.id ?? "new"}`, [path, saver]);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });

  const keep = useCallback(async () => {
    const typed = latest.current();
    if (!typed) return;
    isKept.current = true;
    const copy = { account, record: record(), tab: saver.tab, at: Date.now(), typed, base: base.current };
    // A browser that keeps nothing has only the form itself.
    await (await load()).keepCopy(copy).catch(() => undefined);
  }, [account, record, saver, base]);

  const { trouble, isUnkept, edits } = keeping;
  const isTroubled = trouble !== null;
  useEffect(() => {
    if (isTroubled && isUnkept) void keep();
  }, [isTroubled, isUnkept, edits, keep]);
  useEffect(() => {
    if (isUnkept || (!isKept.current && taken.current.length === 0)) return;
    isKept.current = false;
    const own = [record(), `${path}/new`].map((one) => ({ account, record: one, tab: saver.tab }));
    const done = [...own, ...taken.current];
    taken.current = [];
    void load().then((copies) => copies.dropCopies(done).catch(() => undefined));
  }, [isUnkept, account, path, record, saver]);

  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const copies = await load();
      const [newest, ...older] = await copies.copiesOf({ account, record: record() });
      const typed = latest.current();
      if (!isHere || !newest || !typed) return;
      // An older tab's copy is offered once the newest is settled.
      void older;
      if (holdsSame(newest.typed, typed)) return copies.dropCopies([newest]);
      setOffered(newest);
    };
    // Most browsers have none: the form comes first.
    const idle = setTimeout(() => void look().catch(() => undefined), 300);
    return () => {
      isHere = false;
      clearTimeout(idle);
    };
  }, [account, record]);

  const forget = useCallback(() => {
    setOffered((copy) => {
      if (copy) void load().then((copies) => copies.dropCopies([copy]).catch(() => undefined));
      return null;
    });
  }, []);
  const take = useCallback(() => {
    setOffered((copy) => {
      if (copy) taken.current.push(copy);
      return null;
    });
  }, []);
  return { offered, forget, take };
}

function holdsSame(one: Typed, other: Typed): boolean {
  return Object.entries(one).every(([key, value]) => sameTyped(value, other[key] ?? ""));
}

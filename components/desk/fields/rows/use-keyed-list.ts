"use client";
import { useState } from "react";

export interface Keyed<T> {
  key: number;
  item: T;
}

/** A list that can grow, shrink and change its order while each item keeps a key, and so its inputs. */
export function useKeyedList<T>(initial: readonly T[]) {
  const [{ list, next }, setState] = useState(() => ({
    list: initial.map((item, key): Keyed<T> => ({ key, item })),
    next: initial.length,
  }));
  return {
    list,
    /** Adds an item at the end; returns its key. */
    add(item: T): number {
      setState((was) => ({ list: [...was.list, { key: was.next, item }], next: was.next + 1 }));
      return next;
    },
    remove(key: number) {
      setState((was) => ({ ...was, list: was.list.filter((one) => one.key !== key) }));
    },
    /** Moves the item at an index one place up (-1) or down (1). */
    move(index: number, by: -1 | 1) {
      setState((was) => {
        const moved = [...was.list];
        const [one] = moved.splice(index, 1);
        if (one) moved.splice(index + by, 0, one);
        return { ...was, list: moved };
      });
    },
  };
}

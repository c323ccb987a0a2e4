"use client";
import { useState } from "react";

export interface Keyed<T> {
  key: string;
  item: T;
}

/** A list that can grow, shrink and change its order while each item keeps its key, and so its inputs. */
export function useKeyedList<T>(initial: readonly T[], keyOf: (item: T) => string) {
  const [list, setList] = useState(() => initial.map((item): Keyed<T> => ({ key: keyOf(item), item })));
  return {
    list,
    /** Adds an item at the end. */
    add(item: T) {
      setList((was) => [...was, { key: keyOf(item), item }]);
    },
    /** Puts an item back where it was. */
    insert(index: number, item: T) {
      setList((was) => [...was.slice(0, index), { key: keyOf(item), item }, ...was.slice(index)]);
    },
    remove(key: string) {
      setList((was) => was.filter((one) => one.key !== key));
    },
    /** Moves the item at an index one place up (-1) or down (1). */
    move(index: number, by: -1 | 1) {
      setList((was) => {
        const moved = [...was];
        const [one] = moved.splice(index, 1);
        if (one) moved.splice(index + by, 0, one);
        return moved;
      });
    },
  };
}

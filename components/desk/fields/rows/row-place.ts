"use client";
import { createContext, useContext } from "react";

const Place = createContext<{ field: string; index: number } | null>(null);

/** Tells the fields of a row in which field, and as which of its rows, they stand. */
export const RowPlace = Place.Provider;

/** Where the row stands that a field is in; null for a field of the record itself. */
export function useRowPlace() {
  return useContext(Place);
}

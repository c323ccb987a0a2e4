"use client";
import { useEffect, useState } from "react";
import { singleKeysAreOn, turnSingleKeys } from "./single-keys";

/** Turns off what single keys do. */
export function SingleKeysSwitch({ label }: { label: string }) {
  const [isOn, setOn] = useState<boolean | null>(null);
  useEffect(() => setOn(singleKeysAreOn()), []);
  if (isOn === null) return null;
  return (
    <label className="block">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget: { checked } }) => {
          turnSingleKeys(checked);
          setOn(checked);
        }}
      />{" "}
      {label}
    </label>
  );
}

"use client";
import type { ComponentProps } from "react";
import { unsentMark } from "../leaving/unsent";
import { SendingNotice } from "./sending-trouble";
import type { SignedOut } from "./sent-form";
import { useSending } from "./use-sent-form";

interface ActionFormProps extends Omit<ComponentProps<"form">, "action" | "onSubmit"> {
  action: (form: FormData) => Promise<SignedOut | void>;
}

/** A form whose action leads on, or has the page drawn anew. What was chosen in it stays where it could not be sent. Works without scripts. */
export function ActionForm({ action, children, ...attributes }: ActionFormProps) {
  const { trouble, onSubmit } = useSending(action, () => undefined);
  return (
    <form
      {...attributes}
      // What it answers matters to scripts alone.
      action={action as (form: FormData) => Promise<void>}
      onSubmit={onSubmit}
      {...(trouble && { [unsentMark]: "" })}
    >
      <SendingNotice trouble={trouble} />
      {children}
    </form>
  );
}

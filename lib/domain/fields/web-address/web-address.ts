import { type Field, type FieldSettings, type IsOptional, oneLine, refuse, settled } from "../field";

export type WebAddressField<O extends boolean = boolean> = Field<"webAddress", string, O>;

/** An http or https address. Any other scheme (javascript:, data:, file:) is refused, as are embedded passwords. */
export function webAddress<const S extends FieldSettings>(settings: S): WebAddressField<IsOptional<S>> {
  return {
    kind: "webAddress",
    ...settled<IsOptional<S>>(settings),
    schema: () =>
      oneLine((typed, context) => {
        if (typed.length > 2000) return refuse(context, "text.tooLong", { max: 2000, length: typed.length });
        const url = URL.canParse(typed) ? new URL(typed) : null;
        if (!url) return refuse(context, "address.unreadable");
        if (url.protocol !== "https:" && url.protocol !== "http:") return refuse(context, "address.scheme");
        if (url.username || url.password) return refuse(context, "address.password");
        return url.href;
      }),
    type: (value) => value,
    show: (value) => value,
  };
}

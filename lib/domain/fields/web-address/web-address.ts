import { fold } from "../../folding";
import { longestAddress, readableAddress, withUnseenEncoded } from "../../readable-address";
import { type FieldOf, type FieldSettings, type IsOptional, makeField, oneLine, refuse } from "../field";
import { exported } from "./export";
import { storage } from "./storage";

export type WebAddressField<O extends boolean = boolean> = FieldOf<"webAddress", string, O, typeof storage>;

/** An address without what browsers leave out of one as well, and with spaces and what cannot be seen as they send them. */
const oneWord = (typed: string) => withUnseenEncoded(typed.replace(/[\t\n\r]/g, ""));

/** An http or https address. Any other scheme (javascript:, data:, file:) is refused, as are embedded passwords. */
export function webAddress<const S extends FieldSettings>(settings: S): WebAddressField<IsOptional<S>> {
  return makeField("webAddress", settings, {
    storage,
    exported,
    schema: () =>
      oneLine(
        (typed, context) => {
          if (typed.length > longestAddress)
            return refuse(context, "text.tooLong", { max: longestAddress, length: typed.length });
          const url = URL.canParse(typed) ? new URL(typed) : null;
          if (!url) return refuse(context, "address.unreadable");
          if (url.protocol !== "https:" && url.protocol !== "http:") return refuse(context, "address.scheme");
          if (url.username || url.password) return refuse(context, "address.password");
          // What is written in another script stays as it was typed: browsers find the way there by themselves.
          const address = /[^\u0000-\u007f]/.test(typed) ? oneWord(typed) : url.href;
          return address.length > longestAddress
            ? refuse(context, "text.tooLong", { max: longestAddress, length: address.length })
            : address;
        },
        { max: longestAddress },
      ),
    type: (value: string) => value,
    show: (value) => value,
    // The same page, whether its address is typed with "www.", with "http:" or with a stroke at its end.
    likeness: (value) =>
      fold(value)
        .replace(/^https?:\/\/(?:www\.)?/, "")
        .replace(/\/$/, ""),
    // The words of its host and path, which a scheme would only part from one another.
    isSearched: false,
    otherWords: (value) => [readableAddress(value)],
    texts: (value) => [{ text: readableAddress(value), isProse: false }],
    sample: ({ number }) => `https://example.org/${number}`,
  });
}

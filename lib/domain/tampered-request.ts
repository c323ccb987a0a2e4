/** Thrown when a request holds what no form of ours sends: unknown fields, wrong shapes. */
export class TamperedRequest extends Error {
  override readonly name = "TamperedRequest";
  /** By this Next answers 403 to an action that throws it, and not 500 as for a fault of ours. */
  readonly digest = "NEXT_HTTP_ERROR_FALLBACK;403";
}

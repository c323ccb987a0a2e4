/** The part of the edtf library that is used here; it ships no types of its own. */
declare module "edtf" {
  interface Edtf {
    readonly edtf: string;
    /** First and last millisecond (UTC); Infinity where the interval is open. */
    readonly min: number;
    readonly max: number;
  }
  export default function edtf(text: string): Edtf;
}

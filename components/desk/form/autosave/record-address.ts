/** The address of a new record's page: the record's own, while there is one. */
export class RecordAddress {
  /** Where the page began. */
  #emptyAt: string | null = null;

  /** Shows the record's own address, or where the page began (null). Reloading then draws what is kept. */
  show(own: string | null): void {
    const begun = this.#emptyAt;
    if ((own === null) === (begun === null)) return;
    this.#emptyAt = own === null ? null : location.href;
    history.replaceState(null, "", own ?? begun);
  }
}

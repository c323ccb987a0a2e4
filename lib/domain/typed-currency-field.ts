/** The key of the field that holds a record's currency. */
export const currencyField = "currency";

/** The id of the form that marks a record as checked, which buttons elsewhere on its page send. */
export const verifyFormId = "verify";

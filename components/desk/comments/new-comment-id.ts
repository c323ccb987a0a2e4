/** The id of where a page says a new comment: the marks in the form lead there. */
export const newCommentId = "comment-new";

import { cache } from "react";
import { commentsOn } from "@/lib/desk/comments/read-comments";

/** What was said of one record, read once for its page. */
export const commentsHere = cache(commentsOn);

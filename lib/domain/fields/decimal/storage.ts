import { oneColumn } from "../storage";

export const storage = oneColumn("numeric");

import type { Query } from "@/components/public/kind-view";

/** What Next hands a readers' page: the language, the further segments of its address, and its query. */
export interface Props<Segment extends string = never> {
  params: Promise<Record<"locale" | Segment, string>>;
  searchParams: Promise<Query>;
}

/**
 * What the atlas's files hold. TypeScript would read the types of JSON too widely ("Topology" as any text, an arc as
 * numbers of any count), and take a while for it: they are large.
 */
declare module "world-atlas/countries-50m.json" {
  import type { GeometryCollection, Topology } from "topojson-specification";
  const topology: Topology<{ countries: GeometryCollection }>;
  export default topology;
}

declare module "world-atlas/land-110m.json" {
  import type { GeometryCollection, Topology } from "topojson-specification";
  const topology: Topology<{ land: GeometryCollection }>;
  export default topology;
}

declare module "world-atlas/land-50m.json" {
  import type { GeometryCollection, Topology } from "topojson-specification";
  const topology: Topology<{ land: GeometryCollection }>;
  export default topology;
}

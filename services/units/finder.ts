import type { NameIndex } from "#services/units/name-index.ts";
import type { UnitTree } from "#services/units/unit-tree.ts";

/** What a search goes through: who lies where, and who is called what. */
export interface Finder {
  readonly tree: UnitTree;
  readonly names: NameIndex;
}

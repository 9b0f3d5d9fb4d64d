import { anyAt, has, hasAny, type Passage, passageOf } from "#services/documents/marks/passage.ts";
import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import type { Unit, UnitKind } from "#services/units/unit.ts";

/** Whoever heads an office stands for it. */
const POSTS = ["giam doc", "chu tich", "thu truong", "chanh", "truong", "pho giam doc", "pho chu tich"];
const COMMITTEE = ["uy ban nhan dan", "ubnd"];

/** Words that mean all units of a kind. */
const DISTRICTS = ["huyen thi xa", "huyen quan", "quan huyen", "cac huyen"];
const COMMUNES = ["xa thi tran", "xa phuong", "phuong xa", "cac xa", "cac phuong"];
const DEPARTMENTS = [
  "co quan chuyen mon",
  "so ban nganh",
  "so nganh",
  "cac so",
  "cac phong",
  "phong chuyen mon",
];

/** Units of a scope that owe work, from an office as a document names it: one, all of a kind, or none that is known. */
export function ownerUnits(owner: string, scope: Unit, resolver: UnitResolver): readonly string[] {
  const words = passageOf(owner.replace(/[,;&_]/gu, " "), true);
  const named = withoutPost(words);
  const all = named.folded === "so" ? "department" : collectiveOf(words);
  if (all) return resolver.members(scope.id, all).map(({ id }) => id);
  const unit = resolver.inside(named.text, scope.id) ?? likest(named.text, scope, resolver);
  return unit ? [unit.id] : [];
}

function collectiveOf(words: Passage): UnitKind | null {
  if (hasAny(words, DEPARTMENTS)) return "department";
  if (hasAny(words, DISTRICTS)) return "district";
  return hasAny(words, COMMUNES) ? "commune" : null;
}

/** "Giám đốc Sở Y tế" → "Sở Y tế", "Chủ tịch UBND xã Cương Chính" → "xã Cương Chính". */
function withoutPost(words: Passage): Passage {
  const post = anyAt(words, 0, POSTS);
  const office = post ? passageOf(words.text.slice(post.end), true) : words;
  const committee = anyAt(office, 0, COMMITTEE);
  return committee ? passageOf(office.text.slice(committee.end), true) : office;
}

/** Letters a scan may have got wrong are forgiven in a name that is long enough to be told by the others. */
function likest(name: string, scope: Unit, resolver: UnitResolver): Unit | null {
  return name.length >= 8 && !has(passageOf(name, true), "uy ban nhan dan")
    ? resolver.likest(name, scope.id)
    : null;
}

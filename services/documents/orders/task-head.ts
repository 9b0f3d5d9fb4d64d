import { type Passage, passageOf, places } from "#services/documents/marks/passage.ts";
import { duesOf } from "#services/documents/orders/task-dues.ts";
import { trimEnd } from "#services/text/trim-end.ts";

/** Whom a paragraph orders. */
export interface TaskHead {
  readonly owners: readonly string[];
  /** Where in the paragraph the order itself begins. */
  readonly end: number;
}

/** Up to here the words of a paragraph name who is ordered. */
const ORDER_WORDS = [
  "chu tri",
  "tham muu",
  "phoi hop",
  "can cu",
  "khan truong",
  "tiep tuc",
  "tap trung",
  "thuc hien",
  "chiu trach nhiem",
  "trien khai",
  "theo doi",
  "lam dau moi",
  "ra soat",
  "xu ly",
  "khac phuc",
  "chi dao",
  "to chuc",
  "kiem tra",
  "don doc",
  "day manh",
  "tang cuong",
  "nghiem tuc",
  "bao cao",
  "hoan thanh",
];
/** "Ban chỉ đạo", "phòng Tổ chức": in a name these are no order. */
const isInName = ({ text, folded }: Passage, at: number): boolean =>
  folded.slice(0, at).endsWith("ban ") || /^\p{Lu}/u.test(text.slice(at));

const NUMBER = /^\(?(?:\d{1,2}|[IVX]{1,4})[.)]\s+/u;
/** What an order begins with, where no list of orders is announced: "Yêu cầu …", "UBND huyện giao …". */
const GIVES =
  /^(?:(?:UBND|Ủy ban|Uỷ ban|Chủ tịch|Văn phòng)(?: [\p{L}-]+){0,10}? )?(?:giao|yêu cầu|đề nghị)\s+(?:cho\s+)?/iu;

/** A paragraph that gives somebody work wherever it stands, with a number or without. */
export const givesWork = (text: string): boolean => GIVES.test(text.replace(NUMBER, ""));

/** Null = it is no order with a number or words that give it. Whoever cannot be told from the order itself is not named. */
export function readTaskHead(text: string): TaskHead | null {
  const number = NUMBER.exec(text)?.[0] ?? "";
  const given = GIVES.exec(text.slice(number.length))?.[0] ?? "";
  if (number === "" && given === "") return null;
  const start = number.length + given.length;
  const rest = text.slice(start);
  const folded = passageOf(rest, true);
  const orders = ORDER_WORDS.flatMap((words) => places(folded, words)).filter(
    ({ cost, start: at }) => cost <= 1 && !isInName(folded, at),
  );
  const colon = rest.indexOf(":");
  const ends = [colon, ...orders.map((place) => place.start)].filter((end) => end >= 0);
  if (ends.length === 0 && duesOf(folded).length > 0) return { owners: [], end: start };
  const until = ends.length > 0 ? Math.min(...ends) : rest.length;
  const named = rest
    .slice(0, until)
    .replace(/^(Giao|Yêu cầu|Yéu cau|Đề nghị)\s+(cho\s+)?/iu, "")
    .trim();
  if (named.length < 3 || named.length > 300) return null;
  return { owners: splitOwners(named), end: start + (until === colon ? until + 1 : until) };
}

/** "Giám đốc Sở, Thủ trưởng …; Chủ tịch UBND huyện, thị xã": a part that begins small goes on with the one before. */
function splitOwners(head: string): readonly string[] {
  const owners: string[] = [];
  for (const part of head.split(/[,;]\s+/u)) {
    const before = owners.at(-1);
    if (before !== undefined && !/^\p{Lu}/u.test(part)) owners.splice(-1, 1, `${before}, ${part}`);
    else owners.push(part);
  }
  return owners.map((owner) => trimEnd(owner, ",.;:–-")).filter((owner) => owner !== "");
}

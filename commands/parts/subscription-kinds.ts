import { type Remainder, without } from "#commands/slots/remainder.ts";
import { SUBSCRIPTION_KINDS, type SubscriptionKind } from "#services/subscriptions/subscription.ts";

const ALERTS = ["targets", "overdue", "rank"] as const;

/** How kinds are typed, folded; the first that fits is meant. */
const NAMES: readonly (readonly [kinds: readonly SubscriptionKind[], typed: string])[] = [
  [["results"], "ket qua(?: (?:hang|moi|theo))?(?: thang)?|monthly results|results"],
  [["targets"], "(?:canh bao )?(?:(?:duoi|chua dat|khong dat) )?chi tieu|below target|targets?"],
  [["overdue"], "(?:canh bao )?(?:ho so )?(?:qua han|tre han|tam dung|tra lai|chua so hoa)|overdue"],
  [["rank"], "(?:canh bao )?(?:(?:tut|giam|rot|mat|xuong) (?:hang|diem|bac)|thu hang)|rank"],
  [["tasks"], "nhac (?:viec|nhiem vu|han)|nhiem vu|tasks?|reminders?"],
  [ALERTS, "canh bao|alerts?"],
  [[], "tat ca|moi thu|everything|all"],
];

/** Words of the kinds, as this reads them, for commands that buttons type. */
export const TYPED_KIND: Readonly<Record<SubscriptionKind, string>> = {
  results: "kết quả tháng",
  targets: "dưới chỉ tiêu",
  overdue: "quá hạn",
  rank: "tụt hạng",
  tasks: "nhắc việc",
};
export const TYPED_ALL = "tất cả";

const NAME = `(?:nhan )?(?:${NAMES.map(([, typed]) => typed).join("|")})(?![\\p{L}\\d])`;
/** Several in a row: "quá hạn, tụt hạng và nhắc việc của". */
const ROW = new RegExp(
  `(?<![\\p{L}\\d])${NAME}(?:\\s*(?:[,;+&]|(?<![\\p{L}\\d])va(?![\\p{L}\\d]))*\\s*${NAME})*`,
  "gu",
);
const OF = /^\s*của(?!\p{L})/iu;
const EVERYTHING = /^\s*(?:tat ca|het|moi thu|all|everything)\s*$/u;

export interface KindsFound {
  /** In the order in which they are shown; empty = none named. */
  readonly kinds: readonly SubscriptionKind[];
  /** "tất cả" was said. */
  readonly isAll: boolean;
  /** The words that named them. */
  readonly typed: string;
  readonly rest: Remainder;
}

/** The kinds named in a text, wherever they stand, and what is left of it. */
export function findKinds(text: Remainder): KindsFound {
  if (EVERYTHING.test(text.folded)) {
    return { kinds: [], isAll: true, typed: text.text.trim(), rest: without(text, 0, text.text.length) };
  }
  const named = new Set<SubscriptionKind>();
  const typed: string[] = [];
  let isAll = false;
  let rest = text;
  for (const { 0: row, index } of text.folded.matchAll(ROW)) {
    const end = index + row.length;
    for (const kinds of kindsIn(row)) {
      isAll ||= kinds.length === 0;
      for (const kind of kinds) named.add(kind);
    }
    typed.push(text.text.slice(index, end));
    const of = OF.exec(text.text.slice(end))?.[0] ?? "";
    rest = without(rest, index, end + of.length);
  }
  const kinds = SUBSCRIPTION_KINDS.filter((kind) => named.has(kind));
  return { kinds, isAll, typed: typed.join(" "), rest };
}

/** What each name of a row stands for; "tất cả" for none of its own. */
function kindsIn(row: string): readonly (readonly SubscriptionKind[])[] {
  const names = row.match(new RegExp(NAME, "gu")) ?? [];
  return names.flatMap((name) => {
    const bare = name.replace(/^nhan /u, "");
    const meant = NAMES.find(([, typed]) => new RegExp(`^(?:${typed})$`, "u").test(bare));
    return meant ? [meant[0]] : [];
  });
}

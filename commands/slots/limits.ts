import { measureOf, numberIn } from "#commands/slots/amount.ts";
import type { Found, Remainder } from "#commands/slots/remainder.ts";
import { without } from "#commands/slots/remainder.ts";
import type { BandCode, Measure } from "#services/indicators/indicator.ts";
import type { Limit } from "#services/results/limits.ts";

type Figure = Extract<Limit, { kind: "figure" }>;

const NOT = "(?:khong|chua|chang|ko|k)";
const SIDES: readonly (readonly [Figure["side"], string])[] = [
  ["below", `duoi|thap hon|nho hon|it hon|kem hon|${NOT} (?:dat|toi|den|duoc)`],
  ["above", "tren|cao hon|lon hon|nhieu hon|hon|vuot(?: qua)?"],
  ["from", `tu|it nhat|toi thieu|dat|duoc|${NOT} (?:duoi|thap hon|nho hon|it hon|kem)`],
  ["upTo", `${NOT} (?:qua|vuot qua|vuot|tren|cao hon|lon hon|nhieu hon|hon)|toi da|nhieu nhat`],
];
const ANY_SIDE = SIDES.map(([side, words]) => `(?<${side}>${words})`).join("|");

/** A figure that is no month, no date and no number of things but dossiers. */
const FIGURE = (n: "" | "2"): string =>
  String.raw`(?<value${n}>\d{1,3}(?:\.\d{3})+|\d{1,6}(?:(?:[.,]| phay )\d{1,4})?)(?![\d/]|[.,-]\d|\s?(?:thang|quy|tuan|nam|ngay|xa|phuong|huyen|tinh|so|don vi|bac|hang|ky)\b)(?:\s?(?<measure${n}>%|phan tram|diem|ho so|ban)(?![\p{L}\d]))?`;
const MORE = String.raw`(?:\s+tro (?<direction>len|xuong|lai|di))?`;
const NOT_IN_WORD = String.raw`(?<![\p{L}\d])`;

const ONE_SIDED = new RegExp(
  String.raw`${NOT_IN_WORD}(?:${ANY_SIDE})\s+(?:muc\s+)?${FIGURE("")}${MORE}`,
  "u",
);
const ONWARDS = new RegExp(
  String.raw`${NOT_IN_WORD}${FIGURE("")}\s+tro (?<direction>len|xuong)(?![\p{L}\d])`,
  "u",
);
const BETWEEN = new RegExp(
  String.raw`${NOT_IN_WORD}(?:tu|trong khoang|khoang|giua)\s+${FIGURE("")}\s*(?:den|toi|va|-|–)\s*${FIGURE("2")}`,
  "u",
);

const TARGET = String.raw`(?:\s+(?:duoc|muc|cac|so voi|nguong|theo))*\s+(?:chi tieu|muc tieu|ke hoach|dinh muc|yeu cau)(?:\s+(?:duoc\s+)?giao)?(?![\p{L}\d])`;
const MISSED = new RegExp(
  `${NOT_IN_WORD}(?:duoi|thap hon|kem|hut|${NOT} (?:dat|hoan thanh|dap ung|toi|dam bao))${TARGET}`,
  "u",
);
const MET = new RegExp(`${NOT_IN_WORD}(?:dat|vuot|tren|hoan thanh|dap ung|dam bao)${TARGET}`, "u");

/** "ai chưa đạt": where nothing is named that is not reached, the targets are meant. */
const MISSED_ALONE = new RegExp(
  String.raw`${NOT_IN_WORD}${NOT} (?:dat|hoan thanh|dap ung)(?: duoc)?(?![\p{L}\d]|\s(?:\d|(?:loai|muc|hang|thu|top|bao nhieu|may)(?![\p{L}\d])))`,
  "u",
);
const MET_ALONE = new RegExp(
  String.raw`${NOT_IN_WORD}(?<=(?:nao|ai|nhung xa|cac xa|don vi|phuong) (?:(?:da|deu|cung|dang) )?)(?:dat|hoan thanh|dap ung)(?=\s*(?:$|[,;?!.]|(?:thang|quy|nam|ky|roi|vay|the|nhi|a|em|anh|chi)(?![\p{L}\d])))`,
  "u",
);

const BANDS: Readonly<Record<string, BandCode>> = {
  "xuat sac": "excellent",
  tot: "good",
  kha: "fair",
  "trung binh": "average",
  yeu: "weak",
  kem: "weak",
};
const BAND = new RegExp(
  String.raw`${NOT_IN_WORD}(?:(?:(?:duoc|dat|xep|phan|danh gia|thuoc|nhom)\s+)*(?:loai|muc)\s+(?<named>${Object.keys(BANDS).join("|")})|(?:dat\s+)?(?<alone>xuat sac))(?![\p{L}\d])`,
  "u",
);

/** "đúng hạn 100%": nothing less. */
const FULL = new RegExp(
  String.raw`${NOT_IN_WORD}(?:(?:du|tron|tuyet doi) )*(?<value>100)\s?(?<measure>%|phan tram)(?![\p{L}\d])`,
  "u",
);

const PLACE_WORDS: readonly string[] = "- hai ba tu nam sau bay tam chin muoi".split(" ");
const PLACE_NUMBER = String.raw`(?:(?<place>\d{1,4})(?![\d/]|[.,-]\d|\s?(?:%|(?:(?:thang|quy|tuan)(?! \d)|nam|ngay|diem|ky|h|gio)(?![\p{L}\d])))|(?<word>${PLACE_WORDS.slice(1).join("|")}|nhi|bon)(?=\s*(?:$|[,;?!.]|(?:thang|quy|cua|la|trong|tu|o|vay|the|a|em|bang|huyen|tinh)(?![\p{L}\d]))))`;
/** "đứng thứ 3", "ai hạng hai"; "xếp hạng 8" is a month's ranking, "thứ hai" alone a day. */
const PLACE = new RegExp(
  String.raw`${NOT_IN_WORD}(?:(?:(?:dung|xep|ve|giu|o) )+(?:hang |vi tri )?thu(?: hang)?|(?<!xep |thu )hang|vi tri(?: thu)?|(?<=(?:nao|ai) )thu) ${PLACE_NUMBER}(?<upwards> (?:tinh )?tu (?:duoi|cuoi)(?: len| bang)?)?(?![\p{L}\d])`,
  "u",
);
const SECOND =
  /(?<![\p{L}\d])(?:(?<=(?:nao|ai|la|dat|ve|^) )|^)a quan(?=\s*(?:$|[,;?!.]|(?:thang|quy|nam|la|vay|the|bang|huyen|tinh)(?![\p{L}\d])))/u;
const LAST_BUT_ONE = new RegExp(
  `${NOT_IN_WORD}(?:dung )?(?:(?:ap|ke|gan) (?:chot|cuoi|bet))(?: bang)?(?![\\p{L}\\d])`,
  "u",
);

export interface PlacedLimit {
  readonly limit: Limit;
  /** Where its words begin. */
  readonly start: number;
}

/** "dưới 95%", "từ 80 đến 85 điểm", "dưới chỉ tiêu", "loại tốt": all of them, in whatever order they stand. */
export function findLimits(text: Remainder): Found<readonly PlacedLimit[]> {
  const limits: PlacedLimit[] = [];
  let rest = text;
  for (const [pattern, read] of READERS) {
    for (let match = pattern.exec(rest.folded); match; match = pattern.exec(rest.folded)) {
      const start = match.index;
      limits.push(...read(match.groups ?? {}).map((limit) => ({ limit, start })));
      rest = without(rest, match.index, match.index + match[0].length);
    }
  }
  return [limits, rest];
}

type Groups = Readonly<Record<string, string | undefined>>;

const READERS: readonly (readonly [RegExp, (found: Groups) => readonly Limit[]])[] = [
  [MISSED, () => [{ kind: "target", isMet: false }]],
  [MET, () => [{ kind: "target", isMet: true }]],
  [BAND, ({ named, alone }) => bandOf(named ?? alone)],
  [LAST_BUT_ONE, () => [{ kind: "place", from: "bottom", place: 2 }]],
  [SECOND, () => [{ kind: "place", from: "top", place: 2 }]],
  [PLACE, (found) => [placeOf(found)]],
  [BETWEEN, (found) => [figure("from", found, ""), figure("upTo", found, "2")]],
  [ONE_SIDED, (found) => [figure(sideOf(found), found, "")]],
  [ONWARDS, (found) => [figure(found.direction === "len" ? "from" : "upTo", found, "")]],
  [FULL, (found) => [figure("from", found, "")]],
  [MISSED_ALONE, () => [{ kind: "target", isMet: false }]],
  [MET_ALONE, () => [{ kind: "target", isMet: true }]],
];

function placeOf({ place, word = "", upwards }: Groups): Limit {
  const named = { nhi: 2, bon: 4 }[word] ?? PLACE_WORDS.indexOf(word) + 1;
  return {
    kind: "place",
    from: upwards ? "bottom" : "top",
    place: place === undefined ? named : Number(place),
  };
}

function bandOf(words = ""): readonly Limit[] {
  const band = BANDS[words];
  return band === undefined ? [] : [{ kind: "band", band }];
}

function sideOf(found: Groups): Figure["side"] {
  const side = SIDES.find(([one]) => found[one] !== undefined)?.[0] ?? "from";
  if (found.direction === "len") return "from";
  return found.direction === "xuong" && side !== "below" ? "upTo" : side;
}

function figure(side: Figure["side"], found: Groups, n: "" | "2"): Figure {
  const measure = found[`measure${n}`] ?? found.measure2;
  return { kind: "figure", side, value: numberIn(found[`value${n}`] ?? ""), measure: measureOf(measure) };
}

const SIDE_WORDS: Readonly<Record<Figure["side"], string>> = {
  below: "dưới",
  above: "trên",
  from: "từ",
  upTo: "không quá",
};
const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  rate: "%",
  points: " điểm",
  count: " hồ sơ",
  duration: "",
};
const BAND_WORDS: Readonly<Record<BandCode, string>> = {
  excellent: "xuất sắc",
  good: "tốt",
  fair: "khá",
  average: "trung bình",
  weak: "yếu",
};

/** A limit as it is typed. */
export function limitWords(limit: Limit): string {
  if (limit.kind === "target") return limit.isMet ? "đạt chỉ tiêu" : "dưới chỉ tiêu";
  if (limit.kind === "band") return `loại ${BAND_WORDS[limit.band]}`;
  if (limit.kind === "place") return `hạng ${limit.place}${limit.from === "bottom" ? " từ dưới lên" : ""}`;
  const measure = limit.measure === null ? "" : MEASURE_WORDS[limit.measure];
  return `${SIDE_WORDS[limit.side]} ${String(limit.value).replace(".", ",")}${measure}`;
}

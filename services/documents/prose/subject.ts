import type { UnitMark, UnitRef } from "#services/documents/marks/cast.ts";
import type { Figure } from "#services/documents/marks/figures.ts";
import { inAccents, writtenIn } from "#services/documents/prose/accents.ts";
import { countedBehind } from "#services/documents/prose/counted-behind.ts";
import { listUpTo } from "#services/documents/prose/lists.ts";
import { lastOpen, nextOf, type Reading } from "#services/documents/prose/surroundings.ts";
import { lastOfFirst } from "#services/text/in-order.ts";

/** Whose figure it is. */
export interface Subject {
  /** Several share one figure: "xã A và xã B cùng đạt 90 điểm". None = nobody could be told. */
  readonly units: readonly UnitRef[];
  /** Named right beside the figure: "Cương Chính: 82,71%", "98,63 điểm (Sở Công Thương)". */
  readonly near: boolean;
  /** Named in the same clause. */
  readonly named: boolean;
  /** How unsure it is that all of them are meant. */
  readonly doubt: number;
}

const NOBODY: Subject = { units: [], near: false, named: true, doubt: 0 };

export function subjectOfFigure(reading: Reading, figure: Figure): Subject {
  const behind = unitBehind(reading, figure);
  if (behind) return { ...NOBODY, units: [behind.unit], near: true };
  const counted = countedBehind(reading, figure);
  if (counted) return { ...NOBODY, units: counted };

  const { paragraph, marks, context } = reading;
  const before = lastOpen(reading, marks.units, figure.start);
  if ([isLabelled, isCollective, isOfOthers].some((is) => is(reading, figure, before?.end ?? 0)))
    return NOBODY;
  if (before && isWhereabouts(reading, before)) return NOBODY;
  if (!before) {
    const { own } = context.cast;
    return { units: own ? [own] : [], near: false, named: false, doubt: 0 };
  }
  const between = paragraph.text.slice(before.end, figure.start);
  const near = /^\s?[:(–-]?\s?(?:đạt|là|được)?\s?$/u.test(between);
  const named = near || !/[,;:.\d]/u.test(between);
  return { ...sharers(reading, before, figure), near, named };
}

const ALL = /^,?\s(?:deu|cung|cung nhau|dong)\s/u;
const LIKELY_ALL = /^\s(?:dat|co|xep|la|duoc|voi|dung|dan)\s/u;
const SEVERAL_DOUBT = 0.2;

/** The unit before a figure, with those beside it that the figure is also of. */
function sharers(
  reading: Reading,
  last: UnitMark,
  figure: Figure,
): { readonly units: readonly UnitRef[]; readonly doubt: number } {
  const list = listUpTo(reading.paragraph, reading.marks.units, last);
  const words = reading.paragraph.folded.slice(last.end, figure.start);
  const units = list.marks.map(({ unit }) => unit);
  if (units.length > 1 && ALL.test(words)) return { units, doubt: 0 };
  if (units.length > 1 && list.endsWithAnd && LIKELY_ALL.test(words)) return { units, doubt: SEVERAL_DOUBT };
  return { units: [last.unit], doubt: 0 };
}

const COMMITTEE = String.raw`(?:(?:ubnd|uy ban nhan dan)\s)?`;
/** "98,63 điểm (Sở Công Thương)". */
const IN_BRACKETS = new RegExp(String.raw`^\s?\(${COMMITTEE}$`, "u");
/** "97,63 điểm thuộc về huyện Lâm Hà". */
const BELONGS = new RegExp(String.raw`^\)?,?\s(?:thuoc ve|la cua)\s${COMMITTEE}$`, "u");

function unitBehind({ paragraph, marks }: Reading, figure: Figure): UnitMark | undefined {
  const unit = nextOf(marks.units, figure.end);
  if (!unit || unit.start - figure.end > LONGEST_LEAD) return undefined;
  const words = paragraph.folded.slice(figure.end, unit.start);
  return IN_BRACKETS.test(words) || BELONGS.test(words) ? unit : undefined;
}

const LONGEST_LEAD = 40;

/** "phường Tây Ninh, tỉnh Tây Ninh" where nobody knows the ward: the figure is not the province's. */
const IN_UNIT =
  /(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)\s\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,4}(?:,\s|\s?\(|\s)(?:thuộc\s)?$/u;

function isWhereabouts({ paragraph, marks }: Reading, { start }: UnitMark): boolean {
  const from = Math.max(0, start - LONGEST_LABEL);
  const place = IN_UNIT.exec(paragraph.text.slice(from, start));
  const before = lastOfFirst(marks.units, ({ end }) => end <= start);
  return place !== null && (before?.end ?? 0) <= from + place.index;
}

/** "Minh Phương: 15 hồ sơ" of a name nobody knows: the figure is that one's, not the last unit's. */
function isLabelled({ paragraph, marks }: Reading, figure: Figure, after: number): boolean {
  if (paragraph.scanned) return false;
  const from = Math.max(after, figure.start - LONGEST_LABEL);
  const label = /(?<![\p{L}-])(?:\p{Lu}\p{Ll}*\s){1,4}\p{Lu}\p{Ll}*\s?(?::|\()\s?$/u.exec(
    paragraph.text.slice(from, figure.start),
  );
  const topic = lastOfFirst(marks.topics, ({ start }) => start < figure.start);
  return label !== null && !(topic && topic.end > from + label.index);
}

const LONGEST_LABEL = 60;

/** "5 xã đạt 100%", "các đơn vị còn lại đều đạt 90 điểm": whoever is not named. */
const COLLECTIVE =
  /(?:(?<!(?:thang|quy|tuan|nam|ngay)\s|[\d/])\d{1,3}(?:\/\d{1,3})?|nhieu|mot so|mot vai|cac|tat ca|toan bo|hau het|da so|phan lon|nhung|moi)\s(?:cac\s)?(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh|don vi|dia phuong|co quan|so|nganh|ban|nhom)(?:(?:,\s?|\s-\s|\s)(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh|don vi|dia phuong|co quan|so|nganh|ban|khac|con lai|nay|tren|deu|cung|da|dia ban|cap))*\s(?:dat|co|duoc|bi|chi dat|hoan thanh|voi|deu|cung)\s[^,;.:]{0,40}$/u;
const COLLECTIVE_REACH = 140;

function isCollective({ paragraph }: Reading, figure: Figure, after: number): boolean {
  const from = Math.max(after, figure.start - COLLECTIVE_REACH);
  return COLLECTIVE.test(paragraph.folded.slice(from, figure.start));
}

/** "Trường Mầm non Hoa Sen đạt 90 điểm", "Lĩnh vực đất đai đạt 65,3%": of what is no unit of the index. */
const OTHERS = inAccents(
  String.raw`(?:^|[.;:,(]\s?|[-–+]\s)(?:(?:trong|riêng|riêng đối với|đối với|ở|về)\s)?(?:trường|thôn|xóm|ấp|buôn|khu phố|tổ dân phố|phòng|lĩnh vực|đồng chí|ông|bà|chi nhánh|trạm|công ty|bệnh viện|hợp tác xã|ngân hàng|nhóm thủ tục|thủ tục)\s[^.;:]{0,100}$`,
);
const OTHERS_REACH = 130;

function isOfOthers({ paragraph }: Reading, figure: Figure, after: number): boolean {
  return OTHERS(writtenIn(paragraph, Math.max(after, figure.start - OTHERS_REACH), figure.start));
}

/** Months in figures. */
export const MONTH = "1[0-2]|0?[1-9]";
export const NUMBER_WORD = "muoi mot|muoi hai|mot|gieng|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi|chap";
export const LAST = "truoc|vua roi|vua qua|qua";
export const THIS = "nay|hien tai";

const NUMBERS: Readonly<Record<string, number>> = {
  mot: 1,
  nhat: 1,
  dau: 1,
  gieng: 1,
  i: 1,
  hai: 2,
  nhi: 2,
  ii: 2,
  ba: 3,
  iii: 3,
  bon: 4,
  tu: 4,
  iv: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  "muoi mot": 11,
  "muoi hai": 12,
  chap: 12,
};

/** A folded number in figures, words or Roman numerals; NaN for other words. */
export function numberOf(word = ""): number {
  return NUMBERS[word] ?? Number(word || Number.NaN);
}

/**
 * Accented spellings of words in period names whose folded form is also another word's ("Thắng", "quỹ", "Nam").
 * Without accents a word stands for any of these.
 */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  thang: ["tháng"],
  nam: ["năm"],
  quy: ["quý", "qúy"],
  qui: ["quí", "qúi"],
  tuan: ["tuần"],
  luy: ["lũy", "luỹ"],
  ngay: ["ngày"],
  hang: ["hàng", "hằng", "hạng"],
  so: ["số"],
  thu: ["thứ"],
  phuong: ["phường"],
  quan: ["quận"],
  xa: ["xã"],
};

/** The same of numbers, this and last: in an accented phrase they are accented too ("tháng sau" is not "tháng sáu"). */
const STRICT_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  mot: ["một", "mốt"],
  hai: ["hai"],
  ba: ["ba"],
  bon: ["bốn"],
  tu: ["tư"],
  nam: ["năm"],
  sau: ["sáu"],
  bay: ["bảy", "bẩy"],
  tam: ["tám"],
  chin: ["chín"],
  muoi: ["mười", "mươi"],
  gieng: ["giêng"],
  chap: ["chạp"],
  nhat: ["nhất"],
  nhi: ["nhì"],
  nay: ["này", "nay"],
  truoc: ["trước"],
  dau: ["đầu"],
  cuoi: ["cuối"],
};

/** Whether the words a rule matched in the folded text are those words in the original, its groups strictly. */
export function isSpelledRight(original: string, match: RegExpExecArray): boolean {
  const folded = match[0];
  const written = original.slice(match.index, match.index + folded.length).toLowerCase();
  if (written === folded) return true;
  for (const { 0: word, index } of folded.matchAll(/[a-z]+/g)) {
    const own = written.slice(index, index + word.length);
    if (own !== word && SPELLINGS[word]?.includes(own) === false) return false;
  }
  return Object.entries(match.indices?.groups ?? {}).every(([name, at]) => {
    const own = at
      ? original
          .slice(...at)
          .toLowerCase()
          .split(" ")
      : [];
    const words = match.groups?.[name]?.split(" ") ?? [];
    return words.every((word, i) => STRICT_SPELLINGS[word]?.includes(own[i] ?? "") !== false);
  });
}

/** Syllables before "Nam" and "Thắng" in two-syllable names of units. */
const NAMES_BEFORE: Readonly<Record<string, ReadonlySet<string>>> = {
  nam: new Set(
    (
      "an anh ba binh bao cay cong cuong cam cum cua ea hien hiep hoang ha hoa hung hanh hai hong khanh khuong ky " +
      "long ly lang linh loc luc my nguyen nha nhon phu phuc phuong phuoc quan quang sao son thuan thanh thang " +
      "trung tra tan tay viet xuan yang yen dong"
    ).split(" "),
  ),
  thang: new Set(
    (
      "an bao binh chien dai dong ham hoa hung minh my nga nghia nhan phuoc quyet quynh tam tan tien toan van vi " +
      "xuan yen"
    ).split(" "),
  ),
};

const NAME_BEGINS =
  /(?:^|[^\p{L}\s]\s*|(?<!\p{L})(?:xa|phuong|thi tran|tt|huyen|tinh|tp|thanh pho|thi xa|quan)\s+)$/u;

/**
 * Whether a match begins with the end of a unit's name written without accents: "ha nam 2024" is Hà Nam's 2024,
 * "/xa tien thang 8" Tiến Thắng's August; "hung yen thang 8" is no such name, it has two syllables before.
 */
export function beginsInName(original: string, folded: string, start: number): boolean {
  const word = /^(?:nam|thang)(?= )/.exec(folded.slice(start, start + 6))?.[0];
  if (!word || original.slice(start, start + word.length).toLowerCase() !== word) return false;
  const before = folded.slice(Math.max(0, start - 60), start);
  const named = before.trimEnd();
  const syllable = named.split(/\P{L}/u).at(-1) ?? "";
  if (named === before || !NAMES_BEFORE[word]?.has(syllable)) return false;
  const index = named.length - syllable.length;
  const at = Math.max(0, start - 60) + index;
  const isAccented = original.slice(at, at + syllable.length).toLowerCase() !== syllable;
  return (word === "nam" && isAccented) || NAME_BEGINS.test(before.slice(0, index));
}

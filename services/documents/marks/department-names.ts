import { fold } from "#services/text/fold.ts";

/** Departments of provinces, old and new, with the initials papers write behind "Sở". */
const BUREAUS: readonly (readonly [name: string, ...initials: string[]])[] = [
  ["Sở Nội vụ", "NV"],
  ["Sở Tư pháp"],
  ["Sở Tài chính", "TC"],
  ["Sở Công Thương", "CT"],
  ["Sở Xây dựng", "XD"],
  ["Sở Giao thông vận tải", "GTVT"],
  ["Sở Giao thông công chánh"],
  ["Sở Y tế", "YT"],
  ["Sở Ngoại vụ"],
  ["Sở Du lịch"],
  ["Sở Giáo dục và Đào tạo", "GDĐT"],
  ["Sở Khoa học và Công nghệ", "KHCN"],
  ["Sở Nông nghiệp và Môi trường", "NNMT"],
  ["Sở Nông nghiệp và Phát triển nông thôn", "NNPTNT"],
  ["Sở Tài nguyên và Môi trường", "TNMT"],
  ["Sở Thông tin và Truyền thông", "TTTT"],
  ["Sở Kế hoạch và Đầu tư", "KHĐT"],
  ["Sở Lao động - Thương binh và Xã hội", "LĐTBXH"],
  ["Sở Văn hóa, Thể thao và Du lịch", "VHTTDL"],
  ["Sở Văn hóa và Thể thao", "VHTT"],
  ["Sở Quy hoạch - Kiến trúc", "QHKT"],
  ["Sở Dân tộc và Tôn giáo", "DTTG"],
  ["Sở An toàn thực phẩm", "ATTP"],
  ["Ban Dân tộc và Tôn giáo"],
  ["Ban Dân tộc"],
  ["Ban Quản lý các Khu công nghiệp"],
  ["Ban Quản lý các Khu kinh tế"],
  ["Ban Quản lý Khu kinh tế"],
  ["Ban Quản lý Khu công nghệ cao và các khu công nghiệp"],
  ["Ban Quản lý Khu công nghệ cao"],
  ["Ban Quản lý An toàn thực phẩm"],
  ["Thanh tra tỉnh"],
  ["Thanh tra thành phố"],
  ["Văn phòng UBND tỉnh", "Ủy ban nhân dân tỉnh"],
  ["Văn phòng UBND thành phố", "Ủy ban nhân dân thành phố"],
];

/** What may stand between words, or letters of initials: "VH,TT&DL", "Lao động – Thương binh và Xã hội". */
const BETWEEN_WORDS = String.raw`(?:\s?[,&–-]\s?|\s(?:va\s)?)`;
const BETWEEN_LETTERS = String.raw`(?:\s?[,&–-]\s?|\sva\s)?`;

const patternOf = (name: string): string =>
  fold(name)
    .split(/[^a-z]+/u)
    .filter((word) => word !== "va")
    .join(BETWEEN_WORDS);

function initialsOf(name: string, initials: string): string {
  const head = fold(name.startsWith("Văn phòng") ? "Văn phòng" : "Sở");
  const letters = /\s/u.test(initials) ? patternOf(initials) : [...fold(initials)].join(BETWEEN_LETTERS);
  return String.raw`${head}\s${letters}`;
}

const SPELLINGS = BUREAUS.flatMap(([name, ...initials]) => [
  { name, pattern: patternOf(name) },
  ...initials.map((each) => ({ name, pattern: initialsOf(name, each) })),
]).toSorted((a, b) => b.pattern.length - a.pattern.length);

const ANY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${SPELLINGS.map(({ pattern }) => `(${pattern})`).join("|")})(?![\p{L}\p{N}&])`,
  "gu",
);

/** A department that papers name in one of the usual ways. */
export interface NamedDepartment {
  readonly start: number;
  readonly end: number;
  /** In full. */
  readonly name: string;
}

/** In clean text with positions as its folded form: "Sở VH,TT&DL", "Ban quản lý các Khu công nghiệp". */
export function knownDepartments(text: string, folded: string): readonly NamedDepartment[] {
  return [...folded.matchAll(ANY)].flatMap((match) => {
    const [words, ...groups] = match;
    const spelling = SPELLINGS[groups.findIndex((group) => group !== undefined)];
    const start = match.index;
    const end = start + words.length;
    const isNamed = /\p{Lu}/u.test(text.charAt(start)) && spelling !== undefined;
    return isNamed && isSubject(spelling.name, folded.slice(end, end + 30))
      ? [{ start, end, name: spelling.name }]
      : [];
  });
}

/** The usual name of a department by any of them: "Sở NN&MT" → "Sở Nông nghiệp và Môi trường"; null = none of these. */
export function usualName(written: string): string | null {
  const [match] = fold(written).trim().matchAll(ANY);
  if (!match || match[0].length !== written.trim().length) return null;
  return SPELLINGS[match.slice(1).findIndex((group) => group !== undefined)]?.name ?? null;
}

/** An office that mostly announces what others reached: "Văn phòng UBND tỉnh cho biết". */
const ANNOUNCER = /^Văn phòng/u;
const REACHES = /^\s?(?:[:(–-]|\d|(?:tiep tuc |cung |van )?(?:dat|dan dau|dung|xep|voi|la|co)\s)/u;

function isSubject(name: string, behind: string): boolean {
  return !ANNOUNCER.test(name) || REACHES.test(behind);
}

import { foldWords } from "#services/text/fold.ts";

/** What of a list is read; all other columns (names, telephones, addresses, remarks) are never looked into. */
export interface ListColumns {
  readonly code: number;
  readonly unit: number | null;
  readonly field: number | null;
  readonly state: number | null;
  readonly due: number | null;
  readonly finished: number | null;
  readonly late: number | null;
  /** A column says how many days are left: late ones are below zero. */
  readonly left: number | null;
}

/** Heads over columns in which a citizen may be named. */
const CITIZENS =
  /\b(nguoi|chu ho so|ho ten|ho va ten|ca nhan|cong dan|to chuc|doanh nghiep|can bo|cong chuc|chuyen vien|dai dien|nop|dia chi|dien thoai|sdt|lien he|email|cccd|cmnd)\b/u;

/** Whether one of some heads stands over citizens. */
export const namesCitizens = (heads: readonly string[]): boolean =>
  heads.some((head) => CITIZENS.test(foldWords(head)));

/** Words of heads; in a row of them the first that some head has. */
const WORDS = {
  unit: [
    /^(?=.*\b(don vi|co quan|noi|ubnd|xa|phuong)\b).*\b(xu ly|giai quyet|thuc hien|thu ly|cham|qua han)\b/u,
    /^(?=.*\b(don vi|co quan|noi)\b).*\b(tiep nhan)\b/u,
    /^(ten )?(don vi|co quan|dia phuong|ubnd|xa|phuong|so, ban|co quan, don vi)\b/u,
  ],
  field: [/^(ten )?linh vuc\b/u],
  state: [/\b(tinh trang|trang thai)\b/u, /^(ket qua xu ly|ket qua giai quyet)$/u],
  due: [/\b(hen tra|han tra|han xu ly|han giai quyet|den han|ngay het han|thoi han tra)\b/u],
  finished: [/^(ngay|thoi gian|thoi diem)\b.*\b(ket thuc|hoan thanh|xong|tra ket qua|da tra|co ket qua)\b/u],
  late: [/\b(so ngay|ngay|thoi gian)\b.*\b(qua han|tre han|tre|cham|muon)\b/u, /^(qua han|tre han|cham)\b/u],
  left: [/\bcon lai\b/u],
} as const;

/** The columns of a list by its heads; `code`: where its codes stand. */
export function listColumns(heads: readonly string[], code: number): ListColumns {
  const folded = heads.map((head) => foldWords(head));
  const taken = new Set([code]);
  const find = (patterns: readonly RegExp[]): number | null => {
    for (const pattern of patterns) {
      const at = folded.findIndex((head, i) => !taken.has(i) && !CITIZENS.test(head) && pattern.test(head));
      if (at === -1) continue;
      taken.add(at);
      return at;
    }
    return null;
  };
  const late = find(WORDS.late);
  const left = find(WORDS.left);
  const due = find(WORDS.due);
  const finished = find(WORDS.finished);
  const state = find(WORDS.state);
  const field = find(WORDS.field);
  return { code, unit: find(WORDS.unit), field, state, due, finished, late, left };
}

/** The places whose cells are read. */
export function placesOf(columns: ListColumns): ReadonlySet<number> {
  return new Set(Object.values(columns).filter((at) => at !== null));
}

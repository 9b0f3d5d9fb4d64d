import { cut, type Found, type Remainder } from "#commands/slots/remainder.ts";
import type { SlotValues, slot } from "#commands/slots/slot.ts";

type Values = SlotValues<{
  versions: ReturnType<typeof slot.versions>;
  restoring: ReturnType<typeof slot.restoring>;
}>;

const NOT_IN_WORD = String.raw`(?<![\p{L}\d])`;

/** "bản 1", "phiên bản 1", "v1", "v.1"; a "văn bản 12" is a paper. */
const VERSION = String.raw`${NOT_IN_WORD}(?<!\bvan )(?:(?:phien )?ban (?:so )?|v\.? ?)`;
const NUMBER = String.raw`(\d{1,4})(?![\p{L}\d]|[.,/-]\d|\s?%)`;

const ONE = new RegExp(VERSION + NUMBER, "u");
const FIRST = new RegExp(String.raw`${NOT_IN_WORD}(?:phien )?ban dau(?: tien)?(?![\p{L}\d])`, "u");
const PAIR = new RegExp(
  `${NOT_IN_WORD}so (?:sanh )?${VERSION}${NUMBER} (?:(?:voi|va) )?${VERSION}${NUMBER}`,
  "u",
);
const OVER = `(?: thay ${VERSION}${NUMBER})?`;
const RESTORE = new RegExp(`${NOT_IN_WORD}(?:khoi phuc|lay lai) ${VERSION}${NUMBER}${OVER}`, "u");
const WITHDRAW = new RegExp(
  String.raw`${NOT_IN_WORD}rut (?:toan bo |het )?(?:cac )?so lieu(?![\p{L}\d])${OVER}`,
  "u",
);
const ORIGINAL = new RegExp(
  String.raw`${NOT_IN_WORD}(?:van ban|ban|tep|file) goc(?![\p{L}\d])(?: (?:so )?${NUMBER})?`,
  "u",
);

/** "bản gốc", "văn bản gốc", "tệp gốc số 2". */
export function findOriginal(text: Remainder): Found<number | null> {
  const match = ORIGINAL.exec(text.folded);
  return match ? [Number(match[1] ?? 0), cut(text, match)] : [null, text];
}

/** "so bản 1 bản 2", "so sánh bản 1 với bản 2". */
export function findVersions(text: Remainder): Found<Values["versions"]> {
  const match = PAIR.exec(text.folded);
  if (!match) return [null, text];
  return [{ from: Number(match[1]), version: Number(match[2]) }, cut(text, match)];
}

/** "v1", "bản 1", "bản đầu". */
export function findVersion(text: Remainder): Found<number | null> {
  const match = ONE.exec(text.folded) ?? FIRST.exec(text.folded);
  return match ? [Number(match[1] ?? 1), cut(text, match)] : [null, text];
}

/** "khôi phục bản 1", "khôi phục bản 1 thay bản 3", "rút số liệu". */
export function findRestoring(text: Remainder): Found<Values["restoring"]> {
  const restore = RESTORE.exec(text.folded);
  if (restore) return [{ version: Number(restore[1]), over: numberOrNull(restore[2]) }, cut(text, restore)];
  const withdraw = WITHDRAW.exec(text.folded);
  return withdraw ? [{ version: 0, over: numberOrNull(withdraw[1]) }, cut(text, withdraw)] : [null, text];
}

const numberOrNull = (digits: string | undefined): number | null =>
  digits === undefined ? null : Number(digits);

import { readCorrections } from "#commands/take-in/corrections/read.ts";
import type { WaitingPaper } from "#services/intake/papers.ts";
import { typedPeriod } from "#services/periods/typed-period.ts";
import type { Services } from "#services/services.ts";
import { foldWords } from "#services/text/fold.ts";

/** A question is answered in a few words. */
const LONGEST_ANSWER = 60;

/** "nhập", "ok nhập đi em", "đồng ý lưu". */
const CONFIRMS =
  /^(?:(?:ok|oke|dong y|nhat tri|duoc|dung roi|chuan roi)[,.]? )?(?:nhap|luu|xac nhan)(?: (?:di|luon|nhe|em|giup|vao|lai|so lieu))*[.!]*$/u;

/**
 * What plain words say of a paper that waits, as `/nhap` takes it: corrections, that it be stored as shown, or
 * nothing but the answer to what is asked of it. null = they are about something else.
 */
export function hearCorrections(
  text: string,
  { code, matters }: WaitingPaper,
  { units, today }: Pick<Services, "units" | "today">,
): string | null {
  if (readCorrections(text, { isMixed: true })) return `#${code} ${text}`;
  if (text.length > LONGEST_ANSWER) return null;
  if (CONFIRMS.test(foldWords(text))) return `xác nhận ${code}`;
  const asksPeriod = matters.includes("period") || matters.includes("year");
  if (asksPeriod) return typedPeriod(text, today()) === null ? null : `#${code} kỳ ${text}`;
  const isArea = matters.includes("scope") && units.find(text, { exact: true }).found !== "none";
  return isArea ? `#${code} địa bàn ${text}` : null;
}

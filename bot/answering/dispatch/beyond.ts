import { wholeWords } from "#commands/slots/remainder.ts";
import type { Beyond } from "#services/refusal.ts";

/** Words that ask for what no command does yet: a plain answer would look like one to them. */
const BEYOND: readonly (readonly [Beyond, RegExp])[] = [
  [
    "mend",
    wholeWords(
      "sua|sua lai|chinh (?:sua|lai)|dinh chinh|nhap (?:lai|so)|doi (?:diem|thanh|lai)|(?<!(?:nao|ai|dang|bi|xa) )doi so|thay (?:bang|so|diem)|xoa",
    ),
  ],
  ["file", wholeWords("word|docx?|pdf|in ra|ban in")],
  [
    "forecast",
    wholeWords(
      "du (?:bao|kien|doan)|neu|gia (?:su|dinh)|(?:thang|quy|nam) (?:sau|toi) se|se (?:dat|la|duoc|len|tang)|bao gio|khi nao|lam (?:the nao|sao) de|can (?:bao nhieu|lam gi) (?:nua )?de",
    ),
  ],
  ["average", wholeWords("binh quan|(?<!loai )(?<!muc )trung binh|trung vi|diem tb")],
  ["formula", wholeWords("nghia la gi|la gi|khai niem|quy dinh")],
  [
    "send",
    wholeWords(
      "dang ky(?! (?:nay|do|truoc|sau|nao|bao cao))|gui (?:cho|den|toi|vao|qua|sang)|gui (?:tin|bao cao|ket qua)|chuyen (?:cho|den)|nhan (?:cho|tin)|phat song|dat lich|hen gio|nhac (?:toi|cho|nho)",
    ),
  ],
];

/** Told from these by their accents. */
const ELSE: readonly RegExp[] = [/đội/iu, /sữa/iu, /sứa/iu, /(?<!đính )chính/iu];

/** The first matter of a sentence that is beyond what can be answered; null = none. */
export function beyondOf(folded: string, written: string): Beyond | null {
  for (const [topic, pattern] of BEYOND) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const own = written.slice(match.index, match.index + match[0].length);
    if (!ELSE.some((other) => other.test(own))) return topic;
  }
  return null;
}

/** The same words as the name of a command, which is written together: "sosanh", "biểu đồ đường". */
const NAMED: readonly (readonly [Beyond, RegExp])[] = BEYOND.map(([topic, { source }]) => [
  topic,
  new RegExp(`^(?:${source.replaceAll(" ", "")})$`, "u"),
]);

/** What a command of that name would do, if there were one; null = who knows. */
export const beyondNamed = (name: string): Beyond | null =>
  NAMED.find(([, pattern]) => pattern.test(name))?.[0] ?? null;

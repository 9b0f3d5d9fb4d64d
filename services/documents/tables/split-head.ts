import { anyAt, hasAny, type Passage, passageOf, places } from "#services/documents/marks/passage.ts";
import type { Topics } from "#services/documents/marks/topics.ts";
import { CHANGES, ORDINALS, RANKS, REMARKS, UNITS } from "#services/documents/tables/column-words.ts";

/**
 * The heads of a line in which they are not set apart ("Stt Tên đơn vị Điểm tổng hợp Tiến độ giải quyết"), when the words
 * known make exactly `width` columns and leave nothing over; null when that is not certain.
 */
export function splitHead(
  text: string,
  width: number,
  topics: Topics,
  scanned: boolean,
): readonly string[] | null {
  const head = passageOf(text.replace(/\([^()%]*\)/gu, " "), scanned);
  return byCapitals(head, width, topics) ?? byWords(head, width, topics);
}

const CAPITAL = / (?=\p{Lu}\p{Ll})/u;

/** Every head begins with a capital. */
function byCapitals({ text, scanned }: Passage, width: number, topics: Topics): readonly string[] | null {
  const pieces = text.split(CAPITAL).map((piece) => passageOf(piece, scanned));
  const kinds = pieces.map((piece) => kindOf(piece, topics));
  if (kinds.includes(null) || kinds.filter((kind) => kind === "unit").length !== 1) return null;
  if (pieces.length === width) return pieces.map((piece) => piece.text);

  const joined: string[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (kinds[i] === "turn" && kinds[i - 1] === "topic") joined.push(`${joined.pop()} ${piece.text}`);
    else joined.push(piece.text);
  }
  return joined.length === width ? joined : null;
}

type Kind = "ordinal" | "unit" | "topic" | "turn" | "remark";

function kindOf(piece: Passage, topics: Topics): Kind | null {
  if (ORDINALS.test(piece.folded)) return "ordinal";
  if (anyAt(piece, 0, UNITS)) return "unit";
  if (topics.in(piece).length > 0) return "topic";
  if (hasAny(piece, [...CHANGES, ...RANKS])) return "turn";
  return hasAny(piece, REMARKS) ? "remark" : null;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Without capitals to go by: every indicator's name, and every word of a rise or rank, begins a head. */
function byWords(head: Passage, width: number, topics: Topics): readonly string[] | null {
  const numbering = ORDINALS.exec(head.folded);
  const unit = anyAt(head, numbering ? numbering[0].length : 0, UNITS);
  if (!unit) return null;

  const named = topics.in(head).filter(({ start }) => start >= unit.end);
  const turns = apart(head, [...CHANGES, ...RANKS, ...REMARKS], unit.end);
  const all: readonly Place[] = [...named, ...turns].sort((a, b) => a.start - b.start);
  const wanted = width - (numbering ? 2 : 1);
  const begins = [all, named].find(({ length }) => length === wanted);
  if (!begins || !isAllKnown(head, unit.end, all)) return null;
  const starts = [...(numbering ? [0] : []), unit.start, ...begins.map(({ start }) => start)];
  return starts.map((start, i) => head.text.slice(start, starts[i + 1] ?? head.text.length).trim());
}

/** Places of the phrases, those side by side as one. */
function apart(head: Passage, phrases: readonly string[], from: number): readonly Place[] {
  const found = phrases
    .flatMap((phrase) => places(head, phrase))
    .filter(({ start }) => start >= from)
    .sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = joined.at(-1);
    if (last && start <= last.end + 2) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** Words that stand beside an indicator's without being a head of their own. */
const FILLERS = new Set("ty le ti chi so diem ket qua ho nhom tthc ve cua %".split(" "));

/** Whether no word is left over that might be another column's head. */
function isAllKnown(head: Passage, from: number, known: readonly Place[]): boolean {
  let at = from;
  let rest = "";
  for (const { start, end } of known) {
    rest += `${head.folded.slice(at, Math.max(at, start))} `;
    at = Math.max(at, end);
  }
  rest += head.folded.slice(at);
  return rest.split(/[\s,;:.()/+-]+/u).every((word) => word === "" || FILLERS.has(word));
}

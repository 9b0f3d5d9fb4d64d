import type { ExtractedTask } from "#services/documents/extraction.ts";
import type { Paragraph } from "#services/documents/letter/parts.ts";
import { anyAt, type Passage, passageOf } from "#services/documents/marks/passage.ts";
import type { PersonFilter } from "#services/documents/marks/persons.ts";
import { duesOf } from "#services/documents/orders/task-dues.ts";
import { givesWork, readTaskHead } from "#services/documents/orders/task-head.ts";
import { capital } from "#services/text/capital.ts";

const LONGEST_TASK = 600;

/** What the orders of a letter give to whom by when; orders without a deadline are left out. */
export function readTasks(paragraphs: readonly Paragraph[], persons: PersonFilter): readonly ExtractedTask[] {
  const tasks: ExtractedTask[] = [];
  let owners: readonly string[] = [];
  let item = "";
  for (const { text, scanned, directive } of paragraphs.flatMap(ordersIn)) {
    const head = readTaskHead(text);
    const order = text.slice(head?.end ?? 0);
    if (head) owners = head.owners.map(persons.without);
    else if (!directive) owners = [];
    if (head || ITEM.test(order)) item = order;
    tasks.push(...tasksIn(order, item, scanned).map((task) => ({ ...task, owners })));
  }
  return tasks.map((task) => ({ ...task, text: taskText(task.text, persons) }));
}

/** A paragraph of announced orders whole; of any other, the sentences that give work by their own words. */
function ordersIn(paragraph: Paragraph): readonly Pick<Paragraph, "text" | "scanned" | "directive">[] {
  const { text, scanned, directive } = paragraph;
  if (directive) return [paragraph];
  const giving = sentencesOf(text, scanned).filter((sentence) => givesWork(sentence.text));
  return giving.map((sentence) => ({ text: sentence.text, scanned, directive }));
}

/** The orders of one paragraph that have a deadline; `item`: what it belongs to. */
function tasksIn(order: string, item: string, scanned: boolean): readonly Omit<ExtractedTask, "owners">[] {
  return sentencesOf(order, scanned).flatMap((sentence) => {
    const isClosing = order !== item && anyAt(sentence, 0, CLOSING) !== null;
    const text = isClosing ? `${item} ${sentence.text}` : sentence.text;
    return duesOf(sentence).map((due) => ({ text, ...due }));
  });
}

/** "- Chủ trì …": what it begins goes on in the "+" below it. */
const ITEM = /^[~_]?\s?[-–•]/u;

/** "Các nội dung này hoàn thành trước ngày …" says nothing without the item it closes. */
const THESE = ["noi dung", "nhiem vu"].flatMap((what) =>
  ["cac", "nhung"].flatMap((many) => [`${many} ${what} nay`, `${many} ${what} tren`]),
);
const CLOSING = [...THESE, "cac noi dung nhiem vu nay", "cac noi dung, nhiem vu nay"];

function sentencesOf(text: string, scanned: boolean): readonly Passage[] {
  return text
    .split(/(?<=\p{L}\p{L}[.)]|\d{4}\.)\s+(?=\p{Lu})/u)
    .map((sentence) => passageOf(sentence, scanned));
}

function taskText(order: string, persons: PersonFilter): string {
  const words = order.replace(/^[\s~+•–—-]+/u, "").slice(0, 2 * LONGEST_TASK);
  const text = capital(persons.without(words));
  return text.length <= LONGEST_TASK ? text : `${text.slice(0, LONGEST_TASK - 1)}…`;
}

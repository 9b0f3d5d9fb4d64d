import { Parser } from "htmlparser2";
import type { DocumentReader } from "#services/documents/document-reader.ts";
import type { Block } from "#services/documents/neutral.ts";
import { classesHidden, type HidesClass, hides } from "#services/documents/readers/html/hidden-classes.ts";
import { createPageFlow, type PageFlow } from "#services/documents/readers/html/page-flow.ts";
import { neutralOf } from "#services/documents/readers/neutral.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import { decodeText } from "#services/text/decode-text.ts";
import { decodeLegacy } from "#services/text/legacy/legacy.ts";

/** Web pages, and the tables that many programs write as .xls or .doc: what a browser shows of them. */
export const htmlReader: DocumentReader = ({ bytes }) => neutralOf(blocksOf(decoded(bytes)));

/** By its bytes, then as the page says; one in an old alphabet, whatever it says, as Western letters to be converted. */
function decoded(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text !== null) return text;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  const charset = /charset\s*=\s*["']?([\w-]{1,40})/iu.exec(head)?.[1];
  const read = decodeLegacy(bytes) ? decodedAs("windows-1252", bytes) : charset && decodedAs(charset, bytes);
  if (!read) throw new DocumentRefused("not-text");
  return read;
}

function decodedAs(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null;
  }
}

/** What is no text of the page. */
const UNSEEN = new Set(
  "script style head template noscript svg select button textarea del s strike object iframe xml".split(" "),
);
const BLOCKS = new Set(
  "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header footer main aside nav form fieldset blockquote center table caption tr td th hr pre address figure figcaption body".split(
    " ",
  ),
);

type Attributes = Readonly<Record<string, string>>;

const openCell = (flow: PageFlow, { rowspan, colspan }: Attributes) =>
  flow.table()?.openCell(spanOf(rowspan), spanOf(colspan));
const closeCell = (flow: PageFlow) => flow.table()?.closeCell();

const OPENING: Readonly<Record<string, (flow: PageFlow, attributes: Attributes) => void>> = {
  br: (flow) => flow.write("\n"),
  sup: (flow) => flow.raise(true),
  ol: (flow, { start }) => flow.openList(Number(start ?? 1) || 1),
  ul: (flow) => flow.openList(null),
  li: (flow) => flow.openItem(),
  table: (flow) => flow.openTable(),
  tr: (flow) => flow.table()?.openRow(),
  td: openCell,
  th: openCell,
};

const CLOSING: Readonly<Record<string, (flow: PageFlow) => void>> = {
  sup: (flow) => flow.raise(false),
  ol: (flow) => flow.closeList(),
  ul: (flow) => flow.closeList(),
  td: closeCell,
  th: closeCell,
  table: (flow) => flow.closeTable(),
};

/** Elements that nobody closed hold all that follows; the parser's time grows with the square of them. */
const DEEPEST = 20_000;

function blocksOf(html: string): readonly Block[] {
  const flow = createPageFlow();
  const hidesClass = classesHidden(html);
  /** Open elements of which nothing is seen. */
  const unseen: string[] = [];
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > DEEPEST) throw new DocumentRefused("too-deep");
      if (unseen.length > 0 || isUnseen(name, attributes, hidesClass)) {
        if (!VOID.has(name)) unseen.push(name);
        return;
      }
      if (BLOCKS.has(name)) flow.endLine();
      OPENING[name]?.(flow, attributes);
    },
    onclosetag(name) {
      depth -= 1;
      if (unseen.length > 0) {
        unseen.splice(Math.max(0, unseen.lastIndexOf(name)));
        return;
      }
      if (BLOCKS.has(name)) flow.endLine();
      CLOSING[name]?.(flow);
    },
    ontext(text) {
      if (unseen.length === 0) flow.write(text.replace(/\s+/gu, " "));
    },
  });
  parser.end(html);
  flow.endLine();
  return flow.end();
}

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

function isUnseen(name: string, attributes: Attributes, hidesClass: HidesClass): boolean {
  const { hidden, style = "", class: classes = "" } = attributes;
  return UNSEEN.has(name) || hidden !== undefined || hides(style) || hidesClass(name, classes);
}

function spanOf(written = "1"): number {
  const span = Number.parseInt(written, 10);
  return span > 0 ? span : 1;
}

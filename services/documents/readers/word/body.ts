import type { Block } from "#services/documents/neutral.ts";
import { type Attributes, walkXml } from "#services/documents/readers/packages/xml.ts";
import { type BodyOptions, createFlow, type Flow } from "#services/documents/readers/word/flow.ts";
import { isOn } from "#services/documents/readers/word/styles.ts";
import { symbolOf } from "#services/documents/readers/word/symbol.ts";

/** What was deleted, moved away or is kept of earlier settings, drawings for older programs, settings of a form's field. */
const LEFT_OUT = new Set([
  "w:del",
  "w:moveFrom",
  "mc:Fallback",
  "w:sdtPr",
  "w:pPrChange",
  "w:rPrChange",
  "w:tblPrChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:sectPrChange",
]);

const TEXTS = new Set(["w:t", "m:t"]);

const MARKS: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "-",
};

/** Where an element stands: its parent and grandparent. */
interface Place {
  readonly parent: string | undefined;
  readonly above: string | undefined;
}

type Opening = (flow: Flow, value: string | undefined, place: Place, attributes: Attributes) => void;

/** Properties of a paragraph's end stand among its own; only those of a run are of its text. */
const ofRun = ({ above }: Place): boolean => above === "w:r";

const OPENING: Readonly<Record<string, Opening>> = {
  "w:p": (flow) => flow.openParagraph(),
  "w:pStyle": (flow, value) => flow.setStyle(value ?? null),
  "w:numId": (flow, value) => flow.set({ list: value ?? null }),
  "w:ilvl": (flow, value) => flow.set({ level: Number(value ?? 0) }),
  "w:r": (flow) => flow.openRun(),
  "w:rStyle": (flow, value, place) => ofRun(place) && flow.setRunStyle(value ?? null),
  "w:vanish": (flow, value, place) => ofRun(place) && flow.hide(isOn(value)),
  "w:strike": (flow, value, place) => ofRun(place) && isOn(value) && flow.strike(),
  "w:dstrike": (flow, value, place) => ofRun(place) && isOn(value) && flow.strike(),
  "w:vertAlign": (flow, value, place) => ofRun(place) && flow.raise(value === "superscript"),
  "w:sym": (flow, _, __, attributes) => flow.write(symbolOf(attributes)),
  "w:footnoteReference": (flow, _, __, attributes) => flow.addNote("footnote", attributes["w:id"]),
  "w:endnoteReference": (flow, _, __, attributes) => flow.addNote("endnote", attributes["w:id"]),
  "w:txbxContent": (flow) => flow.openBox(),
  "w:tbl": (flow) => flow.openTable(),
  "w:tr": (flow) => flow.table()?.openRow(),
  "w:gridBefore": (flow, value) => flow.table()?.skipColumns(Number(value ?? 0)),
  "w:tc": (flow) => flow.openCell(),
  "w:gridSpan": (flow, value) => flow.table()?.span(Number(value ?? 1)),
  "w:vMerge": (flow, value) => value !== "restart" && flow.table()?.goOn(),
};

const CLOSING: Readonly<Record<string, (flow: Flow) => void>> = {
  "w:p": (flow) => flow.closeParagraph(),
  "w:txbxContent": (flow) => flow.closeBox(),
  "w:tc": (flow) => flow.closeCell(),
  "w:tr": (flow) => flow.table()?.closeRow(),
  "w:tbl": (flow) => flow.closeTable(),
};

/** The paragraphs and tables of a part of a Word file, as Word would print them. */
export function readBody(part: Uint8Array | undefined, options: BodyOptions): readonly Block[] {
  const flow = createFlow(options);
  const elements: string[] = [];
  let leftOut = 0;
  walkXml(part, {
    open(name, attributes) {
      const place = { parent: elements.at(-1), above: elements.at(-2) };
      if (leftOut === 0 && name === "w:del") markDeleted(flow, place);
      if (leftOut > 0 || LEFT_OUT.has(name)) {
        leftOut += 1;
        return;
      }
      if (place.parent === "w:r") flow.write(MARKS[name] ?? "");
      OPENING[name]?.(flow, attributes["w:val"], place, attributes);
      elements.push(name);
    },
    close(name) {
      if (leftOut > 0) leftOut -= 1;
      else {
        elements.pop();
        CLOSING[name]?.(flow);
      }
    },
    text(text) {
      if (leftOut === 0 && TEXTS.has(elements.at(-1) ?? "")) flow.write(text);
    },
  });
  return flow.body;
}

/** Among the properties of a row or of a paragraph's end, "deleted" is said of the whole. */
function markDeleted(flow: Flow, { parent, above }: Place): void {
  if (parent === "w:trPr") flow.table()?.deleteRow();
  if (parent === "w:rPr" && above === "w:pPr") flow.set({ goesOn: true });
}

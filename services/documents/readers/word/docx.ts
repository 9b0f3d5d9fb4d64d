import type { Block, NeutralDocument } from "#services/documents/neutral.ts";
import { neutralOf } from "#services/documents/readers/neutral.ts";
import type { Parts } from "#services/documents/readers/packages/unzipped.ts";
import { walkXml } from "#services/documents/readers/packages/xml.ts";
import { readBody } from "#services/documents/readers/word/body.ts";
import type { BodyOptions } from "#services/documents/readers/word/flow.ts";
import { createNumbering } from "#services/documents/readers/word/numbering.ts";
import { definitionsIn } from "#services/documents/readers/word/numbering-part.ts";
import { readStyles } from "#services/documents/readers/word/styles.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/**
 * A Word file as it would be printed: with its automatic numbers, insertions kept and deletions dropped, without text
 * that is hidden or struck out; headers first, footers last, each note behind what it belongs to. Throws DocumentRefused.
 */
export function readDocx(parts: Parts): NeutralDocument {
  const body = parts.get("word/document.xml");
  if (!body) throw new DocumentRefused("damaged");
  const styleOf = readStyles(parts.get("word/styles.xml"));
  const options = (noteOf: BodyOptions["noteOf"]): BodyOptions => ({
    styleOf,
    numbering: createNumbering(definitionsIn(parts.get("word/numbering.xml"))),
    noteOf,
  });
  const without = options(() => undefined);
  const notes = { footnote: notesIn(parts, "footnote"), endnote: notesIn(parts, "endnote") };
  const noteOf: BodyOptions["noteOf"] = (kind, id) => notes[kind].get(id);
  return neutralOf([
    ...margins(parts, "header", without),
    ...readBody(body, options(noteOf)),
    ...margins(parts, "footer", without),
  ]);
}

/** Notes by their ids, each as one text. */
function notesIn(parts: Parts, kind: "footnote" | "endnote"): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  let id: string | null = null;
  let isText = false;
  walkXml(parts.get(`word/${kind}s.xml`), {
    open(name, attributes) {
      if (name === `w:${kind}`) id = attributes["w:type"] ? null : (attributes["w:id"] ?? null);
      isText = name === "w:t";
      if (id !== null && name === "w:p") notes.set(id, `${notes.get(id) ?? ""} `.trimStart());
    },
    text(text) {
      if (isText && id !== null) notes.set(id, `${notes.get(id) ?? ""}${text}`);
    },
    close() {
      isText = false;
    },
  });
  return notes;
}

/** Only what says something: a page's number does not. */
function margins(parts: Parts, kind: "header" | "footer", options: BodyOptions): readonly Block[] {
  const name = new RegExp(`^word/${kind}\\d*\\.xml$`, "u");
  const blocks = [...parts].flatMap(([part, bytes]) => (name.test(part) ? readBody(bytes, options) : []));
  const said = new Set<string>();
  return blocks.filter((block) => {
    if (block.type === "table") return false;
    const isNew = !said.has(block.text) && /\p{L}/u.test(block.text.replace(/trang|page/giu, ""));
    said.add(block.text);
    return isNew;
  });
}

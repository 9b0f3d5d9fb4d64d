import { Parser } from "htmlparser2";
import { DocumentRefused } from "#services/documents/refused.ts";
import { decodeMarkup } from "#services/text/decode-text.ts";

/** What an element says of itself; names with their prefixes, as Office writes them: "w:p". */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlVisitor {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Tables in tables in text boxes need some thirty. */
const DEEPEST = 500;

/** Walks through a part in order; entities are decoded, none is expanded. Throws DocumentRefused "too-deep". */
export function walkXml(part: Uint8Array | undefined, visitor: XmlVisitor): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > DEEPEST) throw new DocumentRefused("too-deep");
        visitor.open(name, attributes);
      },
      onclosetag(name) {
        depth -= 1;
        visitor.close?.(name);
      },
      ontext: (text) => visitor.text?.(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decodeMarkup(part ?? new Uint8Array()));
}

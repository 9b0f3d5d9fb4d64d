import { strToU8, zipSync } from "fflate";

/** A .docx of a body and, by their names under word/, other parts. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const document = `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  const files = Object.entries({ "document.xml": document, ...parts });
  return zipSync(Object.fromEntries(files.map(([name, xml]) => [`word/${name}`, strToU8(xml)])));
}

export const p = (text: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const row = (cells: readonly string[], properties = ""): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`;

export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;

export const listed = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

const level = (depth: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** List 1: "I.", "1.", "a)"; list 2 is of its kind; list 3 too, and starts anew at 4; list 4 counts cells: "1". */
export const NUMBERING = `<w:numbering>
  <w:abstractNum w:abstractNumId="7">${level(0, "upperRoman", "%1.")}${level(1, "decimal", "%1.%2.")}${level(2, "lowerLetter", "%3)")}</w:abstractNum>
  <w:abstractNum w:abstractNumId="8">${level(0, "decimal", "%1")}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num>
</w:numbering>`;

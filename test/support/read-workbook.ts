import { inflateRawSync } from "node:zlib";
import type { Reply } from "#services/reply/reply.ts";

/** The cells of a workbook's first sheet, as a spreadsheet program reads them. */
export async function readWorkbook({ file }: Reply): Promise<readonly (readonly string[])[]> {
  if (!file) throw new Error("no file");
  const parts = unzip(Buffer.from(await file.bytes()));
  const textOf = (xml: string): string =>
    [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/gu)].map(([, text]) => text).join("");
  const shared = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gsu)].map(
    ([, xml]) => textOf(xml ?? ""),
  );
  const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gsu)].map(([, row = ""]) => {
    const cells: string[] = [];
    for (const [, attributes = "", inner = ""] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)) {
      const column = (/r="([A-Z])/u.exec(attributes)?.[1]?.charCodeAt(0) ?? 65) - 65;
      const value = /<v>(.*?)<\/v>/u.exec(inner)?.[1] ?? textOf(inner);
      cells[column] = attributes.includes('t="s"') ? (shared[Number(value)] ?? "") : value;
    }
    return Array.from(cells, (cell) => cell ?? "");
  });
}

/** Names and texts of a zip archive, by its central directory. */
function unzip(zip: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((offset, i) =>
      i === 0 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + packed);
    const isStored = zip.readUInt16LE(at + 10) === 0;
    parts.set(
      zip.toString("utf8", at + 46, at + 46 + name),
      (isStored ? bytes : inflateRawSync(bytes)).toString("utf8"),
    );
    at += 46 + name + extra + comment;
  }
  return parts;
}

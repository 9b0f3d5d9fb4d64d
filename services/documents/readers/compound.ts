import type { DocumentReader } from "#services/documents/document-reader.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** .xls and .doc, and what is locked with a password: told by the streams that lie inside. */
export const compoundReader: DocumentReader = async ({ name, bytes }) => {
  const names = (await streamsOf(bytes)).map((stream) => stream.toLowerCase());
  const has = (stream: string) => names.some((each) => each.split("/").includes(stream));
  if (has("encryptedpackage")) throw new DocumentRefused("password");
  if (has("_vba_project_cur") || has("macros")) throw new DocumentRefused("macros");
  if (has("workbook") || has("book")) {
    const { readWorkbook } = await import("#services/documents/readers/workbook/workbook.ts");
    return readWorkbook(bytes);
  }
  throw new DocumentRefused("unsupported-format", { name });
};

async function streamsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { CFB } = await import("@e965/xlsx");
  try {
    return CFB.read(Buffer.from(bytes), { type: "buffer" }).FullPaths;
  } catch {
    throw new DocumentRefused("damaged");
  }
}

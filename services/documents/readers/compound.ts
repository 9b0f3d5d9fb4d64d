import type { DocumentReader } from "#services/documents/document-reader.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** .xls and .doc, and what is locked with a password: told by the streams that lie inside. */
export const compoundReader: DocumentReader = async ({ name, bytes }) => {
  const { CFB } = await import("@e965/xlsx");
  const container = opened(() => CFB.read(Buffer.from(bytes), { type: "buffer" }));
  const paths = container.FullPaths.flatMap((path: string) => path.toLowerCase().split("/"));
  const has = (part: string) => paths.includes(part);
  if (has("encryptedpackage")) throw new DocumentRefused("password");
  if (has("_vba_project_cur") || has("macros")) throw new DocumentRefused("macros");
  if (has("workbook") || has("book")) {
    const { readWorkbook } = await import("#services/documents/readers/workbook/workbook.ts");
    return readWorkbook(bytes);
  }
  if (!has("worddocument")) throw new DocumentRefused("unsupported-format", { name });
  const { readDoc } = await import("#services/documents/readers/doc/doc.ts");
  return readDoc((stream) => {
    const content = CFB.find(container, `/${stream}`)?.content;
    return content ? Uint8Array.from(content) : null;
  });
};

function opened<T>(open: () => T): T {
  try {
    return open();
  } catch {
    throw new DocumentRefused("damaged");
  }
}

/** Each page's text as a reader copies it, spaces as they are in the file; what the first page's parts are; the title. */
export async function readPdf(bytes: Uint8Array) {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => {
      const page = await document.getPage(i + 1);
      const { items } = await page.getTextContent();
      return items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/ +/gu, " ");
    }),
  );
  const first = await document.getPage(1);
  const tree = JSON.stringify(await first.getStructTree());
  const { info } = await document.getMetadata();
  await document.destroy();
  return { pages, tree, info: info as Readonly<Record<string, unknown>> };
}

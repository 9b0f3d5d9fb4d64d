import type { PaperKind } from "#commands/slots/file-slot.ts";
import type { Paper } from "#services/papers/paper.ts";
import type { ReplyFile } from "#services/reply/reply.ts";

const MEDIA_TYPES: Readonly<Record<PaperKind, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** A paper as a file, its name without an ending; made, and its writer loaded, when a channel asks for the bytes. */
export function paperFile(kind: PaperKind, name: string, paper: () => Promise<Paper>): ReplyFile {
  return {
    name: `${name}.${kind}`,
    mediaType: MEDIA_TYPES[kind],
    async bytes() {
      const made = await paper();
      if (kind === "pdf") return (await loadPdf()).writePdf(made).then(({ bytes }) => bytes);
      const { writeDocx } = await import("#services/papers/docx/write-docx.ts");
      return writeDocx(made);
    },
  };
}

/** Word breaks lines a little otherwise: so many millimetres are left free for it. */
const SPARE = 15;

/** The first of several versions of a paper, the fullest first, that stands on one page; none does = the last. */
export async function onOnePage(versions: readonly [Paper, ...Paper[]]): Promise<Paper> {
  const measure = await (await loadPdf()).createPdfMeasure();
  for (const version of versions) {
    const { pages, left } = measure(version);
    if (pages === 1 && left >= SPARE) return version;
  }
  return versions.at(-1) ?? versions[0];
}

const loadPdf = () => import("#services/papers/pdf/write-pdf.ts");

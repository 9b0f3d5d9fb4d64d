import type { Paper } from "#services/papers/paper.ts";
import type { ReplyFile } from "#services/reply/reply.ts";

const DOCX_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A paper as a Word file; its writer is loaded when a channel asks for the bytes. */
export function wordFile(name: string, paper: Paper): ReplyFile {
  return {
    name: `${name}.docx`,
    mediaType: DOCX_MEDIA_TYPE,
    async bytes() {
      const { writeDocx } = await import("#services/papers/docx/write-docx.ts");
      return writeDocx(paper);
    },
  };
}

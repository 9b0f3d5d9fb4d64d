import { ApiError, badRequest } from "#test/support/fake-telegram/api-error.ts";
import type { Payload } from "#test/support/fake-telegram/body.ts";
import { checkFile } from "#test/support/fake-telegram/checks.ts";
import type { ChatState, FakeMessage, FakeRichBlock, World } from "#test/support/fake-telegram/world.ts";

/** Limits of a rich message (core.telegram.org/bots/api#rich-message-limits). */
const MOST_UNITS = 32_768;
const MOST_BLOCKS = 500;
const MOST_COLUMNS = 20;
const ALIGNS = new Set(["left", "center", "right"]);
const VALIGNS = new Set(["top", "middle", "bottom"]);
const STYLES = new Set(["bold", "italic", "underline", "strikethrough", "code"]);

type Rich = Pick<FakeMessage, "rich_message">;

/** What a rich message says; a server of the time before 10.1 knows no such method. */
export function richContent(world: World, state: ChatState, payload: Payload): Rich {
  if (world.knowsNoTables) throw new ApiError(404, "Not Found: method not found");
  const { blocks = [] } = payload.rich_message as { readonly blocks?: readonly Payload[] };
  if (blocks.length === 0) throw badRequest("rich message is empty");
  const kept = blocks.map((block) => keptBlock(world, state, block));
  if (kept.reduce((sum, block) => sum + weightOf(block), 0) > MOST_BLOCKS)
    throw badRequest("RICH_MESSAGE_BLOCKS_TOO_MUCH");
  if (wordsOfRich(kept).length > MOST_UNITS) throw badRequest("rich message is too long");
  return { rich_message: { blocks: kept } };
}

/** What a reader sees of it, a line a block or row, cells parted by a bar. */
export function wordsOfRich(blocks: readonly FakeRichBlock[]): string {
  return blocks.flatMap(linesOf).join("\n");
}

function linesOf(block: FakeRichBlock): readonly string[] {
  if (block.type === "paragraph") return [plain(block.text)];
  return block.type === "table"
    ? block.cells.map((row) => row.map(({ text }) => plain(text)).join(" | "))
    : [];
}

/** A table is a block, and so is each of its rows. */
const weightOf = (block: FakeRichBlock): number => (block.type === "table" ? block.cells.length + 1 : 1);

function keptBlock(world: World, state: ChatState, block: Payload): FakeRichBlock {
  if (block.type === "paragraph") return { type: "paragraph", text: checkedText(block.text) };
  if (block.type === "table") return tableBlock(block);
  if (block.type !== "photo") throw badRequest("can't parse rich message: unsupported block type");
  if (state.photosForbidden) throw badRequest("not enough rights to send photos to the chat");
  const media = block.photo as Payload;
  if (media.type !== "photo") throw badRequest("can't parse InputMedia: unsupported type");
  const { fileId, width, height } = checkFile(world, "photo", media.media);
  return { type: "photo", photo: [{ file_id: fileId, file_unique_id: `u${fileId}`, width, height }] };
}

function tableBlock({ cells }: Payload): FakeRichBlock {
  const rows = cells as readonly (readonly Payload[])[];
  if (rows.length === 0 || rows.some((row) => row.length === 0)) throw badRequest("table is empty");
  if (rows.some((row) => row.length > MOST_COLUMNS)) throw badRequest("RICH_MESSAGE_COLUMNS_TOO_MUCH");
  return {
    type: "table",
    cells: rows.map((row) =>
      row.map(({ text, align, valign, is_header: isHeader }) => {
        if (!ALIGNS.has(String(align)) || !VALIGNS.has(String(valign)))
          throw badRequest("wrong cell alignment");
        return { text: checkedText(text), isHeader: isHeader === true };
      }),
    ),
  };
}

/** A piece of a text without letters, or in a style that is none, is refused. */
function checkedText(text: unknown): unknown {
  if (plain(text).trim() === "") throw badRequest("rich text is empty");
  return text;
}

function plain(text: unknown): string {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(plain).join("");
  const { type, text: inner } = text as { readonly type: string; readonly text: unknown };
  if (!STYLES.has(type)) throw badRequest(`can't parse rich text: unsupported type ${type}`);
  return plain(inner);
}

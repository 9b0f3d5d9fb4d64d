import type { CommandContext } from "#commands/define-command.ts";
import { previewLines } from "#commands/parts/import-lines.ts";
import { act } from "#commands/take-in/acts.ts";
import { previewReply } from "#commands/take-in/preview-message.ts";
import { questionOf } from "#commands/take-in/questions.ts";
import type { Order } from "#commands/take-in/read-order.ts";
import { mayBeStored, type Preview } from "#services/intake/papers.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

type Context = CommandContext<unknown>;

/** A page goes into one message on every platform. */
const PAGE = 1_500;

export async function seeSummary(code: string, context: Context): Promise<Reply> {
  return previewReply(await find(code, context), context);
}

/** Every line as it was understood, a page at a time. */
export async function seeRows(
  { code, page }: Extract<Order, { kind: "rows" }>,
  context: Context,
): Promise<Reply> {
  const { t } = context;
  const preview = await find(code, context);
  if (preview.code !== code) return previewReply(preview, context, t.intake.notYet.changed);
  const pages = pagesOf(previewLines("", preview.plan, t));
  const shown = pages[page - 1];
  if (!shown) throw new Refusal("no-such-page", { pages: pages.length });
  return {
    text: lines(t.intake.rows, ...shown),
    actions: [
      turns(code, page, pages.length, context),
      ...(questionOf(preview, context)?.answers ?? []),
      decisions(preview, context),
    ],
  };
}

/** Rejects with the Refusal "unknown-paper". */
async function find(code: string, { services, asker }: Context): Promise<Preview> {
  const preview = await services.intake.preview(asker.chat, code);
  if (!preview) throw new Refusal("unknown-paper", {});
  return preview;
}

function turns(code: string, page: number, pages: number, { t }: Context): readonly Action[] {
  return [
    ...(page > 1 ? [act(t.actions.previousPage(page - 1, pages), `xem ${code} ${page - 1}`)] : []),
    ...(page < pages ? [act(t.actions.nextPage(page + 1, pages), `xem ${code} ${page + 1}`)] : []),
  ];
}

function decisions(preview: Preview, { t }: Context): readonly Action[] {
  const { code } = preview;
  return [
    ...(mayBeStored(preview) ? [act(t.intake.actions.confirm, `xác nhận ${code}`)] : []),
    act(t.intake.actions.summary, `tóm tắt ${code}`),
    act(t.intake.actions.discard, `bỏ ${code}`),
  ];
}

/** Lines by pages of about one message; rows that go on from the page before stand under their heading again. */
function pagesOf(all: readonly string[]): readonly (readonly string[])[] {
  const pages: string[][] = [];
  let heading = "";
  let room = 0;
  for (const line of all) {
    if (!isRow(line)) heading = line;
    if (line.length + 1 > room) {
      pages.push(isRow(line) ? [heading] : []);
      room = PAGE - (isRow(line) ? heading.length + 1 : 0);
    }
    pages.at(-1)?.push(line);
    room -= line.length + 1;
  }
  return pages;
}

const isRow = (line: string): boolean => line.startsWith("  ");

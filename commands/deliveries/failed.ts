import type { AnswerContext } from "#commands/define-command.ts";
import { reasonsOf } from "#commands/parts/broadcast-parts.ts";
import { failedName } from "#commands/parts/failed-name.ts";
import { tallyOf } from "#services/broadcasts/tally.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { readDigits } from "#services/text/code-digits.ts";

/** Messages on a page. */
const PAGE = 8;

/** Everything that did not arrive, of whatever kind, the newest first; each with its way to be sent again. */
export async function failedReply(page: number, { services, t }: AnswerContext): Promise<Reply> {
  const failed = await services.failures.list();
  const pages = Math.max(1, Math.ceil(failed.length / PAGE));
  if (page > pages) throw new Refusal("no-such-page", { pages });
  const shown = failed.slice((page - 1) * PAGE, page * PAGE);
  const next = {
    label: t.actions.nextPage(page + 1, pages),
    command: `/giaonhan lỗi trang ${page + 1}`,
  };
  const named = await Promise.all(
    shown.map(async (one) => ({ ...one, ...(await failedName(one, services, t)) })),
  );
  return {
    text: lines(
      failed.length === 0 ? t.deliveries.noFailures : t.deliveries.failures(failed.length),
      ...named.map(({ name, at, code, deliveries }) =>
        t.deliveries.failure({
          name,
          code,
          at: t.figures.moment(services.local(at)),
          count: deliveries.length,
          reasons: reasonsOf(tallyOf(deliveries), t),
        }),
      ),
    ),
    actions: [...named.map(({ code }) => [resendAction(code, t)]), ...(page < pages ? [[next]] : [])],
  };
}

/** Sends a message again to whoever did not get it; null = nothing of that code failed. */
export async function resendFailed(typed: string, { services, t }: AnswerContext): Promise<Reply | null> {
  const failed = await services.failures.find(readDigits(typed));
  if (!failed) return null;
  const count = await services.failures.resend(failed.cause);
  const all = { label: t.deliveries.actions.failures, command: "/giaonhan lỗi" };
  return {
    text: lines(count === 0 ? t.deliveries.nothingFailed : t.deliveries.resending(count)),
    actions: [[all]],
    ...(count === 0 ? {} : { deeds: [{ kind: "message-resent", about: failed.code }] as const }),
  };
}

function resendAction(code: string, t: AnswerContext["t"]): Action {
  return { label: `${t.deliveries.actions.resend} (${code})`, command: `/giaonhan gửi lại ${code}` };
}

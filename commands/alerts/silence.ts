import type { CommandContext } from "#commands/define-command.ts";
import { expectOfficer } from "#commands/kit/expect.ts";
import { anywhere, typed } from "#commands/kit/typed.ts";
import { unitIn } from "#commands/kit/unit-in.ts";
import { type Remainder, remainderOf, without } from "#commands/slots/remainder.ts";
import { readDeadline } from "#services/explanations/read-deadline.ts";
import { addDays } from "#services/periods/calendar.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

const USUAL_DAYS = 7;
const MOST_DAYS = 90;
/** "7 ngày" anywhere, or a number before the unit's name: "im 7 Cương Chính". */
const DAYS = /(?<![\d/.-])(\d{1,3})\s*ngay(?![\p{L}\d])|^\s*(\d{1,3})(?=\s+\p{L})/u;
const DATE = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?20\d\d)?|\d{1,2} thang \d{1,2}(?: nam 20\d\d)?`;
const DAY = String.raw`${DATE}|ngay \d{1,2}|(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)(?: tuan (?:sau|toi|nay))?|(?:(?:cuoi|het) )?(?:tuan|thang)(?: (?:sau|toi|nay))?|mai`;
/** "đến 5/12", "đến hết thứ Sáu tuần sau", "5/12": the last day of it. */
const UNTIL = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:den|toi)\s+(?:het\s+)?(?:ngay\s+)?(${DAY})|(${DATE}))(?![\p{L}\d])`,
  "u",
);
/** "vì …", "lý do: …": to the end. */
const REASON = /(?:^|[\s,;:])(?:vi|ly do|do)(?:\s*:\s*|\s+)(.+)$/u;

/** Sends no alerts of a unit for some days: "im 7 ngày Cương Chính vì đang sửa dữ liệu". */
export async function silence(text: string, context: Context): Promise<Reply> {
  const { services, t, asker, calledAs } = context;
  const whole = remainderOf(text);
  const [reason, withoutReason] = cut(whole, REASON);
  const [until, withoutUntil] = cut(withoutReason, UNTIL);
  const [days, rest] = cut(withoutUntil, DAYS);
  const unit = await unitIn({ text, rest }, "unit", { services, asker, calledAs: `${calledAs} im` });
  await expectOfficer(unit, context);

  const last = lastDay({ until, days }, services);
  await services.alerts.silences.add({
    unit: unit.id,
    rule: null,
    until: services.momentAt(addDays(last, 1), "00:00").toISOString(),
    reason: reason ?? "",
    by: asker.sender,
  });
  const again = {
    label: t.alerts.actions.unsilence,
    command: typed("/canhbao nhắn lại", anywhere(unit, services)),
  };
  return { text: lines(t.alerts.silenced({ unit, until: t.figures.date(last) })), actions: [[again]] };
}

/** ISO date. Rejects with the Refusal "deadline-unclear". */
function lastDay(
  { until, days }: { readonly until: string | null; readonly days: string | null },
  { today, workdays }: Services,
): string {
  const latest = addDays(today(), MOST_DAYS);
  if (until === null) return addDays(today(), Math.min(MOST_DAYS, Math.max(1, Number(days ?? USUAL_DAYS))));
  const named = readDeadline(until, { today: today(), workdays });
  if (named?.kind === "day") return named.date < latest ? named.date : latest;
  throw new Refusal("deadline-unclear", {
    typed: until,
    problem: named?.kind ?? "unread",
    date: named?.date ?? null,
  });
}

/** What was kept back is told at the next look. */
export async function unsilence(unit: Unit, context: Context): Promise<Reply> {
  const { services, t } = context;
  await expectOfficer(unit, context);
  const count = await services.alerts.silences.end(unit.id);
  return { text: lines(t.alerts.unsilenced({ unit, count })), actions: [] };
}

/** What the pattern holds, as it was typed, and the text without it. */
function cut(text: Remainder, pattern: RegExp): readonly [found: string | null, rest: Remainder] {
  const match = pattern.exec(text.folded);
  const held = match?.slice(1).find((group) => group !== undefined);
  if (!match || held === undefined) return [null, text];
  const end = match.index + match[0].length;
  const start = match.index + match[0].lastIndexOf(held);
  return [text.text.slice(start, start + held.length), without(text, match.index, end)];
}

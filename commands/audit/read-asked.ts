import type { CommandContext } from "#commands/define-command.ts";
import { optionalUnitIn } from "#commands/kit/unit-in.ts";
import type { AuditFilter } from "#services/audit/audit.ts";
import { isChatId } from "#services/ids.ts";
import { isoDate } from "#services/periods/calendar.ts";
import { fold } from "#services/text/fold.ts";

export interface AuditAsked {
  readonly filter: AuditFilter;
  /** From 1. */
  readonly page: number;
  /** The question without its page, as typed. */
  readonly again: string;
}

const PAGE = /(?<!\S)trang (\d{1,4})$/u;
const SINCE = /(?<!\S)tu (?:ngay )?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?!\S)/u;

/** "tỉnh Gia Lai từ 1/11/2026 trang 2": a unit, a person's id, a day, in any order. Rejects as units are sought. */
export async function readAsked(text: string, context: Context): Promise<AuditAsked> {
  const words = text.trim().split(/\s+/u).join(" ");
  const paged = PAGE.exec(fold(words));
  const again = paged ? words.slice(0, paged.index).trim() : words;
  const dated = SINCE.exec(fold(again));
  const undated = dated
    ? `${again.slice(0, dated.index)} ${again.slice(dated.index + dated[0].length)}`
    : again;
  const tokens = undated.split(" ").filter((word) => word !== "");
  const by = tokens.find(isChatId);
  const rest = tokens.filter((word) => word !== by).join(" ");
  const unit = rest === "" ? null : await optionalUnitIn({ text: rest }, context);
  return {
    filter: {
      ...(unit ? { unit: unit.id } : {}),
      ...(by === undefined ? {} : { by }),
      ...(dated ? { since: dayOf(dated, context) } : {}),
    },
    page: Math.max(1, Number(paged?.[1] ?? 1)),
    again,
  };
}

type Context = Pick<CommandContext<unknown>, "services" | "asker" | "calledAs">;

/** Without a year: this one's, or last year's where the day is still to come. */
function dayOf([, day, month, year]: RegExpExecArray, { services }: Context): Date {
  const today = services.today();
  const thisYear = Number(today.slice(0, 4));
  const of = (one: number): string => isoDate(one, Number(month), Number(day));
  const meant = year ? of(Number(year)) : of(thisYear) > today ? of(thisYear - 1) : of(thisYear);
  return services.momentAt(meant, "00:00");
}

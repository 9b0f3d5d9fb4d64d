import { readAsked } from "#commands/audit/read-asked.ts";
import { auditWorkbook } from "#commands/audit/workbook.ts";
import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { deedFacts } from "#commands/parts/deed-facts.ts";
import { slot } from "#commands/slots/slot.ts";
import type { AuditEntry } from "#services/audit/audit.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { atLeast } from "#services/rights/roles.ts";

/** Entries on a page: a screen of a phone. */
const PAGE = 8;

/** Who changed what: for operators all of it, for editors what was done to their own units. */
export const audit = defineCommand({
  name: "nhatky",
  words: (t) => t.audit,
  sisters: ["audit"],
  role: "editor",
  asksItself: true,
  onlyReads: true,
  slots: { words: slot.words() },

  async run({ slots, ...context }): Promise<Reply> {
    const { services, t } = context;
    const asked = await readAsked(slots.words, context);
    const found = await visibleTo(context, await services.audit.list(asked.filter));
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    if (asked.page > pages) throw new Refusal("no-such-page", { pages });
    const shown = found.slice((asked.page - 1) * PAGE, asked.page * PAGE);
    const to = (page: number): string => `/nhatky ${asked.again} trang ${page}`.replace(/ {2,}/gu, " ");
    const next = asked.page < pages ? to(asked.page + 1) : null;
    const previous = asked.page > 1 ? to(asked.page - 1) : null;
    return {
      text: lines(
        found.length === 0 ? t.audit.none : t.audit.title({ count: found.length, page: asked.page, pages }),
        ...shown.map((entry) => t.audit.line(deedFacts(entry, services))),
        t.audit.kept,
      ),
      actions: [
        [
          ...(previous === null ? [] : [{ label: t.audit.actions.newer, command: previous }]),
          ...(next === null ? [] : [{ label: t.audit.actions.older, command: next }]),
        ],
      ].filter((row) => row.length > 0),
      pages: { next, previous },
      ...(found.length === 0
        ? {}
        : {
            file: auditWorkbook(
              found.map((one) => deedFacts(one, services)),
              services.today(),
              t,
            ),
          }),
    };
  },
});

async function visibleTo(
  { asker }: Pick<CommandContext<unknown>, "asker">,
  entries: readonly AuditEntry[],
): Promise<readonly AuditEntry[]> {
  if (asker.role === "operator") return entries;
  const mine = new Map<string, boolean>();
  for (const unit of new Set(entries.flatMap(({ deed }) => deed.unit ?? []))) {
    mine.set(unit, atLeast(await asker.roleIn(unit), "editor"));
  }
  return entries.filter(({ deed }) => deed.unit !== undefined && mine.get(deed.unit) === true);
}

import { acknowledge } from "#commands/alerts/acknowledge.ts";
import { exportAlerts } from "#commands/alerts/export.ts";
import { remindUnseen, rollCall } from "#commands/alerts/roll-call.ts";
import { scopeBoard } from "#commands/alerts/scope-board.ts";
import { silence, unsilence } from "#commands/alerts/silence.ts";
import { unitBoard } from "#commands/alerts/unit-board.ts";
import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { readVerb, type Verbs } from "#commands/kit/verb.ts";
import { remainderOf } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import { findUnit } from "#commands/slots/unit-slot.ts";
import { Refusal } from "#services/refusal.ts";
import type { Unit } from "#services/units/unit.ts";

type Verb = "all" | "export" | "remind" | "acknowledge" | "silence" | "unsilence" | "rollCall";

const VERBS: Verbs<Verb> = [
  ["all", /tat ca/u],
  ["export", /xuat(?: (?:tep|file|excel|xlsx))?/u],
  ["unsilence", /(?:(?:bo|het|thoi) (?:tam )?(?:im|dung nhac)|nhan lai)/u],
  ["remind", /nhac(?: nho)?/u],
  ["rollCall", /ai da xem|diem danh/u],
  ["silence", /(?:tam )?(?:im(?: lang)?|dung nhac)/u],
  ["acknowledge", /(?:da )?(?:nhan|xem)/u],
];

/** What is amiss now, and what persons do about it. */
export const alerts = defineCommand({
  name: "canhbao",
  words: (t) => t.alerts,
  sisters: ["alerts"],
  role: "viewer",
  slots: { words: slot.words() },

  async run(context) {
    const { words } = context.slots;
    const { verb, rest } = isUnit(words, context) ? { verb: null, rest: words } : readVerb(words, VERBS);
    switch (verb) {
      case "silence":
        return silence(rest, context);
      case "export":
        return exportAlerts(rest, context);
      case "rollCall":
        return rollCall(await named(rest, "scope", context), context);
      case "remind":
        return remindUnseen(await named(rest, "scope", context), context);
      case "unsilence":
        return unsilence(await named(rest, "unit", context), context);
      case "acknowledge":
        return acknowledge(await named(rest, "unit", context), context);
      case "all":
      case null: {
        const unit = await named(rest, "scope", context);
        return hasUnits(unit) ? scopeBoard(unit, verb === "all", context) : unitBoard(unit, context);
      }
    }
  },
});

/** "Nhân Cơ" begins like "nhận", and is a commune all the same. */
function isUnit(words: string, { services, asker }: CommandContext<unknown>): boolean {
  return words !== "" && services.units.find(words, { scope: asker.home.id, exact: true }).found === "one";
}

const hasUnits = ({ kind }: Unit): boolean => kind !== "commune" && kind !== "department";

/** The unit named; for a scope left out the chat's home. */
async function named(
  text: string,
  kind: "scope" | "unit",
  { services, asker, calledAs }: CommandContext<unknown>,
): Promise<Unit> {
  const question = { text, calledAs, slots: {}, services, home: asker.home };
  const unit = await findUnit(remainderOf(text), { ...question, period: null, kind });
  if (!unit) throw new Refusal("unit-needed", { command: calledAs });
  return unit;
}

import { acknowledge } from "#commands/alerts/acknowledge.ts";
import { exportAlerts } from "#commands/alerts/export.ts";
import { remindUnseen, rollCall } from "#commands/alerts/roll-call.ts";
import { scopeBoard } from "#commands/alerts/scope-board.ts";
import { silence, unsilence } from "#commands/alerts/silence.ts";
import { unitBoard } from "#commands/alerts/unit-board.ts";
import { defineCommand } from "#commands/define-command.ts";
import { sameOf } from "#commands/kit/phrases.ts";
import { unitIn } from "#commands/kit/unit-in.ts";
import { readVerb, type Verbs } from "#commands/kit/verb.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import { isUnitName } from "#commands/slots/unit-slot.ts";
import type { Subject } from "#services/reply/reply.ts";
import type { Unit } from "#services/units/unit.ts";

type Verb = "all" | "export" | "remind" | "acknowledge" | "silence" | "unsilence" | "rollCall";

const VERBS: Verbs<Verb> = [
  ["all", /tat ca/u],
  ["export", /xuat(?: (?:tep|file|excel|xlsx))?/u],
  ["unsilence", /(?:(?:bo|het|thoi) (?:tam )?(?:im|dung nhac)|nhan lai)/u],
  ["remind", /nhac(?: nho)?/u],
  ["rollCall", /(?:ai|don vi nao|xa nao) (?:da|chua) (?:xem|doc)|chua xem|diem danh/u],
  ["silence", /(?:tam )?(?:im(?: lang)?|dung nhac)/u],
  ["acknowledge", /(?:da )?(?:nhan|xem)/u],
];

/** What is amiss now, and what persons do about it. */
export const alerts = defineCommand({
  name: "canhbao",
  words: (t) => t.alerts,
  sisters: ["alerts"],
  role: "viewer",
  phrases: {
    asks: wholeWords(
      "(?:bi |dang bi |cac |nhung )*canh bao(?: nao)?(?: (?:con |dang )?(?:mo|chua (?:xu ly|giai quyet|xong|dong)))?|(?:dang )?bi nhac(?: nho)?(?: (?:ve )?(?:viec )?gi)?",
    ),
    matters: [
      {
        verb: "ai đã xem",
        asks: wholeWords(
          "(?:ai|(?:nhung |cac )?(?:don vi|xa|phuong|noi|cho|dia phuong|co quan|so)(?: nao)?|(?:bao nhieu|may) (?:don vi|xa|phuong|nguoi|noi))(?: con| da| van)? (?:da|chua|moi) (?:xem|doc)(?: canh bao| tin| thong bao)?(?: roi| chua)?|(?:da|co ai) (?:xem|doc)(?: canh bao| tin)? chua|ai (?:xem|doc) roi|diem danh",
        ),
      },
    ],
    takes: ["verb", "units"],
    goOn: sameOf("/canhbao"),
  },
  slots: { words: slot.words() },

  async run(context) {
    const { slots, services, asker } = context;
    const isName = isUnitName(slots.words, { services, home: asker.home });
    const { verb, rest: text } = isName ? { verb: null, rest: slots.words } : readVerb(slots.words, VERBS);
    switch (verb) {
      case "silence":
        return silence(text, context);
      case "export":
        return exportAlerts(text, context);
      case "rollCall":
        return rollCall(await unitIn({ text }, "scope", context), context);
      case "remind":
        return remindUnseen(await unitIn({ text }, "scope", context), context);
      case "unsilence":
        return unsilence(await unitIn({ text }, "unit", context), context);
      case "acknowledge":
        return acknowledge(await unitIn({ text }, "unit", context), context);
      case "all":
      case null: {
        const unit = await unitIn({ text }, "scope", context);
        const board = hasUnits(unit) ? scopeBoard(unit, verb === "all", context) : unitBoard(unit, context);
        return { ...(await board), about: boardOf(unit) };
      }
    }
  },
});

const boardOf = ({ id }: Unit): Subject => ({
  command: "canhbao",
  units: [id],
  period: null,
  indicators: [],
  kind: "",
});

const hasUnits = ({ kind }: Unit): boolean => kind !== "commune" && kind !== "department";

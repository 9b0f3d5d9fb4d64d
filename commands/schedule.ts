import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { readVerb, type Verbs } from "#commands/kit/verb.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { readSlots } from "#commands/slots/read-slots.ts";
import { slot } from "#commands/slots/slot.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { type ReadRule, readRule } from "#services/schedules/read-rule.ts";
import type { Schedule } from "#services/schedules/schedule.ts";
import { fold } from "#services/text/fold.ts";
import type { Unit } from "#services/units/unit.ts";

type Verb = "add" | "approve" | "pause" | "resume" | "remove";

const VERBS: Verbs<Verb> = [
  ["add", /them|dat|tao/u],
  ["approve", /duyet/u],
  ["pause", /tam dung|dung/u],
  ["resume", /chay tiep|tiep tuc|tiep/u],
  ["remove", /xoa|huy|bo/u],
];

/** Schedules that send results by themselves, in plain words. */
export const schedule = defineCommand({
  name: "lich",
  words: (t) => t.schedules,
  role: "operator",
  slots: { words: slot.words() },

  async run({ slots, services, t, asker }) {
    const context = { services, t, asker };
    const { verb, rest } = readVerb(slots.words, VERBS);
    if (verb === "add" || (verb === null && rest !== "")) return add(rest, context);
    if (verb === null) return overview(context);
    const id = rest.replace(/^(?:lịch|lich|số|so)\s+/iu, "");
    const changed = await ACTS[verb](id, context);
    if (!changed) throw new Refusal("unknown-schedule", { typed: id });
    return {
      text: lines(changed),
      actions: [[{ label: t.schedules.actions.all, command: "/lich" }]],
      deeds: [{ kind: "schedule-changed", about: id }],
    };
  },
});

/** Each answers what to say; null = there is no schedule of that number. */
const ACTS: Record<Exclude<Verb, "add">, (id: string, context: AnswerContext) => Promise<string | null>> = {
  async approve(id, { services, t, asker }) {
    const before = await services.schedules.get(id);
    const after = before && (await services.schedules.approve(id, asker.sender));
    if (!after) return null;
    return services.schedules.isApproved(after) ? t.schedules.approved(id) : t.schedules.samePerson;
  },
  pause: async (id, { services, t }) =>
    (await services.schedules.pause(id)) ? t.schedules.paused(id) : null,
  resume: async (id, { services, t }) =>
    (await services.schedules.resume(id)) ? t.schedules.resumed(id) : null,
  remove: async (id, { services, t }) =>
    (await services.schedules.remove(id)) ? t.schedules.removed(id) : null,
};

async function add(words: string, { services, t, asker }: AnswerContext): Promise<Reply> {
  const read = readRule(words);
  if (!read) throw new Refusal("schedule-unclear", { typed: words });
  const scope = await scopeOf(read, { services, t, asker });
  const { schedule: made, isNew } = await services.schedules.add(scope.id, read.rule, asker.sender);
  const next = services.schedules.next(made);
  const said = { id: made.id, rule: t.schedules.rule(made.rule), scope };
  return {
    text: lines(
      isNew ? t.schedules.added(said) : t.schedules.already(said),
      next && t.schedules.next(t.figures.moment(services.local(next))),
      services.schedules.isApproved(made) ? t.schedules.standing : t.schedules.oneMore,
    ),
    actions: [actionsOf(made, { services, t })],
    ...(isNew ? { deeds: [{ kind: "schedule-changed", unit: scope.id, about: made.id }] } : {}),
  };
}

/** Words of times and days. Where they are left over, the rule was not understood; they are not the name of an area. */
const OF_TIME =
  /(?<![\p{L}\d])(?:ngay|gio|phut|thang|tuan|thu|sang|trua|chieu|toi|dem|lan|truoc|sau|moi|hang)(?![\p{L}\d])|\d/u;

const LEFT_OVER: ReadonlySet<string> = new Set(["unknown-unit", "untaken", "one-period"]);

/** The area named beside the rule, else the chat's own. */
async function scopeOf({ said, rest: text }: ReadRule, { services, asker }: AnswerContext): Promise<Unit> {
  const calledAs = `lich thêm ${said},`;
  const slots = { scope: slot.scope() };
  const question = { text, calledAs, slots, services, home: asker.home };
  const { scope } = await readSlots(question).catch((error: unknown) => {
    const isLeftOver = error instanceof Refusal && LEFT_OVER.has(error.code);
    throw isLeftOver && OF_TIME.test(fold(text)) ? new Refusal("schedule-unclear", { typed: text }) : error;
  });
  const unit = scope as Unit;
  if (unit.kind === "commune" || unit.kind === "department") throw new Refusal("no-children", { unit });
  return unit;
}

async function overview({ services, t }: AnswerContext): Promise<Reply> {
  const unitOf = unitLookup(services.units);
  const all = await services.schedules.list();
  return {
    text: lines(
      all.length > 0 ? t.schedules.title : t.schedules.none,
      ...all.map((one) => {
        const next = services.schedules.next(one);
        return t.schedules.item({
          id: one.id,
          rule: t.schedules.rule(one.rule),
          scope: unitOf(one.scope),
          state: stateOf(one, { services, t }),
          next: next && t.figures.moment(services.local(next)),
        });
      }),
      t.schedules.how,
    ),
    actions: all.map((one) => actionsOf(one, { services, t })),
  };
}

function stateOf(one: Schedule, { services, t }: Omit<AnswerContext, "asker">): string {
  if (!services.schedules.isApproved(one)) return t.schedules.state.waiting;
  return one.paused ? t.schedules.state.paused : t.schedules.state.active;
}

function actionsOf(one: Schedule, { services, t }: Omit<AnswerContext, "asker">): readonly Action[] {
  const { actions } = t.schedules;
  const act = (label: string, verb: string): Action => ({
    label: `${label} ${one.id}`,
    command: `/lich ${verb} ${one.id}`,
  });
  const first = services.schedules.isApproved(one)
    ? one.paused
      ? act(actions.resume, "tiếp")
      : act(actions.pause, "tạm dừng")
    : act(actions.approve, "duyệt");
  return [first, act(actions.remove, "xoá")];
}

import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { postLines } from "#commands/parts/post-lines.ts";
import { slot } from "#commands/slots/slot.ts";
import { type ChatId, isChatId } from "#services/ids.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { fold } from "#services/text/fold.ts";

/** Hands a post over: whoever enters the code holds the roles and subscriptions from then on. */
export const handOver = defineCommand({
  name: "bangiao",
  words: (t) => t.posts,
  sisters: ["handover"],
  role: "viewer",
  slots: { order: slot.words() },

  async run(context) {
    const { slots, asker } = context;
    const order = readOrder(slots.order);
    if (!order) throw new Refusal("handover-unclear", { typed: slots.order });
    if (order.person !== null && asker.role !== "operator")
      throw new Refusal("role-needed", { role: "operator" });
    if (asker.chatKind !== "private") throw new Refusal("private-only", { command: "bangiao" });
    return order.isWithdrawn ? withdraw(order.person, context) : offer(order.person, context);
  },
});

interface Order {
  readonly isWithdrawn: boolean;
  /** Sender id; null = the asker. */
  readonly person: ChatId | null;
}

const ORDER = /^(?:(huy|thu hoi|thu lai|thoi)(?:\s+|$))?([a-z]+:\S+)?$/u;

function readOrder(typed: string): Order | null {
  const words = typed.trim();
  const match = ORDER.exec(fold(words));
  if (!match) return null;
  const { length } = match[2] ?? "";
  const person = words.slice(-length);
  return { isWithdrawn: match[1] !== undefined, person: length > 0 && isChatId(person) ? person : null };
}

type Context = CommandContext<unknown>;

/** A person's private chat goes by the person's id. */
async function offer(person: ChatId | null, { services, t, asker }: Context): Promise<Reply> {
  const [holder, chat] = person === null ? [asker.sender, asker.chat] : [person, person];
  const { code, until, post } = await services.posts.offer(holder, chat, asker.sender);
  const held = { roles: post.grants, subscriptions: post.subscriptions };
  const callBack = ["/bangiao huỷ", ...(person === null ? [] : [person])].join(" ");
  return {
    text: lines(
      t.posts.held(person === null ? null : { person, name: post.name }),
      ...postLines(held, services, t),
      t.posts.code({ code, until: t.figures.moment(services.local(until)), own: person === null }),
    ),
    actions: [[{ label: t.posts.actions.withdraw, command: callBack }]],
    deeds: [{ kind: "post-offered", about: holder }],
  };
}

async function withdraw(person: ChatId | null, { services, t, asker }: Context): Promise<Reply> {
  const holder = person ?? asker.sender;
  const wasThere = await services.posts.withdraw(holder);
  return {
    text: lines(t.posts.withdrawn(wasThere)),
    actions: [],
    ...(wasThere ? { deeds: [{ kind: "post-withdrawn", about: holder }] as const } : {}),
  };
}

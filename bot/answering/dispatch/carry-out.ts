import { askerOf, type Known } from "#bot/answering/dispatch/asker-of.ts";
import type { Called } from "#bot/answering/dispatch/listen.ts";
import { withSubject } from "#bot/answering/dispatch/refused-subject.ts";
import type { Command, TakeBack, Tell } from "#commands/define-command.ts";
import { readSlots } from "#commands/slots/read-slots.ts";
import { unitOf } from "#commands/slots/slot.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Locale } from "#services/chats/chats.ts";
import type { ChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import { Refusal } from "#services/refusal.ts";
import { named } from "#services/reply/named.ts";
import type { Reply } from "#services/reply/reply.ts";
import { atLeast } from "#services/rights/roles.ts";
import type { Services } from "#services/services.ts";
import { unlessAway } from "#services/store/unless-away.ts";

export interface CarryOutOptions extends Known {
  readonly services: Services;
  readonly t: Catalog;
  readonly tell: Tell;
  /** How messages of ours are taken away from a chat; null = they cannot be. */
  readonly takeBackIn: (chat: ChatId) => TakeBack | null;
  readonly catalogs: Readonly<Record<Locale, Catalog>>;
  readonly locale: Locale;
}

/** Null when another process carries it out by now. */
export async function carryOut(
  { command, calledAs, args }: Called,
  inbound: Inbound,
  asked: CarryOutOptions,
): Promise<Reply | null> {
  const { services, t, homeUnit, tell, takeBackIn, catalogs, locale } = asked;
  const speak = (chosen: Locale | null): Catalog => catalogs[chosen ?? locale];
  const asker = await askerOf(inbound, asked);
  if (!atLeast(asker.role, command.role)) throw new Refusal("role-needed", { role: command.role });
  const slots = await readSlots({ text: args, calledAs, slots: command.slots, services, home: homeUnit });
  if (command.role !== "viewer" && !command.asksItself) {
    const unit = unitOf(command.slots, slots) ?? homeUnit;
    if (!atLeast(await asker.roleIn(unit.id), command.role))
      throw new Refusal("role-needed-there", { role: command.role, unit });
  }
  const { id, edits, mayGoOn = false, files = [], begins = async () => true } = inbound;
  if (!command.onlyReads && !(await begins("act"))) return null;
  const { takesFiles = false, takesPictures = false, together, page } = inbound;
  const isOneOfSeveral = together !== undefined;
  const sent = { files, album: page?.album ?? null, takesFiles, takesPictures, isOneOfSeveral };
  const { meanwhile = () => undefined } = inbound;
  const said = { message: edits?.message ?? id, isEdit: edits !== undefined, mayGoOn, ...sent };
  const ours = inbound.pressed ?? inbound.repliesTo ?? null;
  const takeBack = takeBackIn(inbound.chat);
  const ways = { meanwhile, tell, ours, takeBack, speak };
  const reply = await orWithSubject(command, slots, () =>
    command.run({ slots, services, t, asker, calledAs, ...said, ...ways }),
  );
  const who = { by: asker.sender, name: asker.senderName, chat: asker.chat };
  if (reply.deeds) await services.audit.note(who, reply.deeds).catch(unlessAway);
  const shown = withPictureName(reply, services, t);
  return command.personal ? { ...shown, personal: true } : shown;
}

/** Rejects with what `run` does; a Refusal says what it was about. */
async function orWithSubject(
  command: Command,
  slots: Readonly<Record<string, unknown>>,
  run: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof Refusal ? withSubject(error, command, slots) : error;
  }
}

/** Whoever saves the picture finds it again by what it shows. */
function withPictureName(reply: Reply, { units }: Services, t: Catalog): Reply {
  const { picture, about } = reply;
  if (!picture || !about || about.period === null) return reply;
  const shown = about.units.map(units.get).filter((unit) => unit !== undefined);
  const facts = { of: about.command, units: shown, period: about.period, evidence: null };
  return { ...reply, picture: named(picture, t.files.name(facts)) };
}

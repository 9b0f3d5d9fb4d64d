import type { Chats } from "#services/chats/chats.ts";
import type { Addressed } from "#services/delivery/addressing.ts";
import type { ExplanationNews } from "#services/delivery/delivery.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import type { Explanation } from "#services/explanations/explanation.ts";
import type { ChatId } from "#services/ids.ts";
import type { GivenRole, Grant, Rights } from "#services/rights/rights.ts";
import { atLeast } from "#services/rights/roles.ts";
import type { Commit } from "#services/store/store.ts";
import type { Units } from "#services/units/units.ts";

export interface TellingOptions {
  readonly ledger: Pick<Ledger, "owe">;
  readonly chats: Pick<Chats, "getMany">;
  readonly addressed: Addressed;
  readonly rights: Pick<Rights, "holders" | "operators" | "roleOf">;
  readonly units: Pick<Units, "ancestors">;
  /** When messages that are not urgent may go again; null = now. */
  readonly quietUntil: (moment: Date) => Date | null;
  readonly clock: () => Date;
}

export interface Telling {
  readonly explanation: Explanation;
  readonly news: ExplanationNews;
  /** Chats that were told of the alert. */
  readonly told: readonly ChatId[];
  /** The chat that is being answered: it sees the news there. */
  readonly except: string | null;
}

export type OweNews = ReturnType<typeof createTelling>;

/** Messages owed about explanations: to chats that were told of the alert, to its author, to those who decide. */
export function createTelling(options: TellingOptions) {
  const { ledger, chats, addressed, units, rights, quietUntil, clock } = options;

  /** Persons with a role over a unit; their private chats go by their ids. */
  async function holding(role: GivenRole, unit: string): Promise<readonly ChatId[]> {
    const above = new Set([unit, ...units.ancestors(unit).map(({ id }) => id)]);
    const isOver = (grant: Grant): boolean => grant.role === role && above.has(grant.unit);
    return (await rights.holders()).filter(({ grants }) => grants.some(isOver)).map(({ person }) => person);
  }

  /** Editors over the unit; where there are none, operators. */
  async function reviewersOf(unit: string): Promise<readonly ChatId[]> {
    const editors = await holding("editor", unit);
    return editors.length > 0 ? editors : rights.operators;
  }

  /** Whoever signed, while answerable for the unit; then whoever is now: a post passes on with its duties. */
  async function answerableFor({ by, reading: { unit } }: Explanation): Promise<readonly ChatId[]> {
    const role = by.role === "operator" ? by.role : await rights.roleOf(by.person, unit);
    return atLeast(role, "officer") ? [by.person] : holding("officer", unit);
  }

  return async ({ explanation, news, told, except }: Telling): Promise<Commit> => {
    const { alert, nth, by, reading } = explanation;
    const persons = news === "sent" ? await reviewersOf(reading.unit) : await answerableFor(explanation);
    const hearers = [...new Set([...told, ...persons])].filter(
      (chat) => chat !== except && (news !== "sent" || chat !== by.person),
    );
    const records = await chats.getMany(hearers);
    const acts = (chat: ChatId): boolean => persons.includes(chat) || records.get(chat)?.kind === "group";
    const notBefore = quietUntil(clock())?.getTime() ?? 0;
    const owed = await addressed({
      cause: `explanation/${alert}/${nth}/${news}`,
      to: hearers.map((chat) => ({
        chat,
        recipe: { kind: "explanation", alert, nth, news, acts: acts(chat) },
        notBefore,
      })),
      guarantee: "at-least-once",
    });
    return ledger.owe(owed);
  };
}

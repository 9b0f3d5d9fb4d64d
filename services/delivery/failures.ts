import type { Delivery, Recipe } from "#services/delivery/delivery.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import { isFailed } from "#services/delivery/stored-delivery.ts";
import { checkCode } from "#services/sheets/check-code.ts";

/** One message that some chats did not get, or nobody knows whether they did. */
export interface FailedMessage {
  readonly cause: string;
  /** How people name it. */
  readonly code: string;
  readonly recipe: Recipe;
  /** When it failed last, ISO. */
  readonly at: string;
  readonly deliveries: readonly Delivery[];
}

export interface FailuresOptions {
  readonly ledger: Pick<Ledger, "failed" | "ofCause" | "resend">;
  readonly ring: () => Promise<void>;
}

/** Deliveries that are looked at: more than a person goes through. */
const LOOKED_AT = 1_000;
const CODE_LENGTH = 6;

export type Failures = ReturnType<typeof createFailures>;

/** What was not delivered, by message, and how it is sent again. */
export function createFailures({ ledger, ring }: FailuresOptions) {
  async function list(): Promise<readonly FailedMessage[]> {
    const byCause = new Map<string, Delivery[]>();
    for (const one of await ledger.failed(LOOKED_AT)) {
      const same = byCause.get(one.cause);
      if (same) same.push(one);
      else byCause.set(one.cause, [one]);
    }
    return [...byCause.values()].flatMap((deliveries) => messageOf(deliveries));
  }

  return {
    /** The newest first. */
    list,

    /** By its code, as people type it in capitals; null = nothing of that code failed. */
    async find(code: string): Promise<FailedMessage | null> {
      return (await list()).find((one) => one.code === code) ?? null;
    },

    /** Sends what was refused of a cause, or may not have arrived, once more; answers how many. */
    async resend(cause: string): Promise<number> {
      const failed = (await ledger.ofCause(cause)).filter(isFailed);
      const count = await ledger.resend(failed.map(({ id }) => id));
      await ring();
      return count;
    },
  };
}

function messageOf(deliveries: readonly Delivery[]): readonly FailedMessage[] {
  const [newest] = deliveries;
  if (!newest) return [];
  const { cause, recipe, updatedAt: at } = newest;
  return [{ cause, code: checkCode(cause, CODE_LENGTH), recipe, at, deliveries }];
}

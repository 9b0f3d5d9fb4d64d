import type { Delivery } from "#services/delivery/delivery.ts";
import type { RowChanges } from "#services/delivery/row-changes.ts";
import { type DeliveryKeys, type Row, rowId } from "#services/delivery/stored-delivery.ts";
import type { Commit } from "#services/store/store.ts";

/** A message to be owed to a chat; from `notBefore` (ms since 1970) on, by default at once. */
export interface NewDelivery
  extends Pick<Delivery, "cause" | "chat" | "locale" | "recipe" | "guarantee">,
    Partial<Pick<Delivery, "notBefore">> {}

/** Pieces of the commit of whoever causes deliveries. */
export interface Owing {
  readonly checks: NonNullable<Commit["checks"]>;
  readonly puts: NonNullable<Commit["puts"]>;
  /** How many are new. */
  readonly owed: number;
}

export interface OwingOptions {
  readonly keys: DeliveryKeys;
  readonly changes: RowChanges;
  readonly clock: () => Date;
}

export function createOwing({ keys, changes, clock }: OwingOptions) {
  let made = 0;

  function freshRow({ cause, chat, locale, recipe, guarantee, notBefore = 0 }: NewDelivery): Row {
    const now = clock();
    const since = Math.max(now.getTime(), notBefore);
    return {
      cause,
      chat,
      locale,
      recipe,
      guarantee,
      notBefore,
      state: "due",
      reason: null,
      attempts: 0,
      resent: false,
      messages: null,
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
      order: orderOf(since, made++),
      since,
      recalled: null,
    };
  }

  return async (list: readonly NewDelivery[]): Promise<Owing> => {
    const wanted = [...new Map(list.map((delivery) => [rowId(delivery), delivery])).entries()];
    const known = await keys.rows.getMany(wanted.map(([id]) => id));
    const fresh = wanted.filter((_, i) => !known[i]).map(([, delivery]) => changes.add(freshRow(delivery)));
    return {
      checks: fresh.flatMap(({ checks = [] }) => checks),
      puts: fresh.flatMap(({ puts = [] }) => puts),
      owed: fresh.length,
    };
  };
}

/** Since when what has an order is to be sent, ISO. */
export function momentOf(order: string): string {
  return new Date(Number.parseInt(order.slice(0, MOMENT_DIGITS), RADIX)).toISOString();
}

const RADIX = 36;
const MOMENT_DIGITS = 9;
const COUNT_DIGITS = 5;

/** By when it is to be sent (ms since 1970), and within a millisecond by the order in which they were owed. */
function orderOf(moment: number, made: number): string {
  const count = made % RADIX ** COUNT_DIGITS;
  return digits(moment, MOMENT_DIGITS) + digits(count, COUNT_DIGITS);
}

function digits(number: number, length: number): string {
  return number.toString(RADIX).padStart(length, "0");
}

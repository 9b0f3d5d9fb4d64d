import { createLedger } from "#services/delivery/ledger.ts";
import { createDeliveryKeys, failureId, isFailed, turnId } from "#services/delivery/stored-delivery.ts";
import type { Store } from "#services/store/store.ts";

/**
 * Where the ledger of a store at rest contradicts itself, a line each: rows and what is owed, rows and their chats' lists,
 * those that failed and their list, rows and the tally of those that ended.
 */
export async function disagreements(store: Store): Promise<readonly string[]> {
  const { rows, owed, byChat, failed } = createDeliveryKeys(store);
  const all = await rows.list();
  const due = all.filter(({ value }) => value.state === "due");
  const ended = new Map<string, number>();
  for (const { value } of all) {
    if (value.state === "due") continue;
    const name = [value.state, ...(value.reason === null ? [] : [value.reason])].join("/");
    ended.set(name, (ended.get(name) ?? 0) + 1);
  }
  const counts = await createLedger({ store }).counts();
  const counted = counts
    .filter(({ state }) => state !== "due" && state !== "sending")
    .map(({ state, reason, count }) => [[state, ...(reason === null ? [] : [reason])].join("/"), count]);
  return [
    ...differences(
      "owed",
      due.map(({ value }) => turnId(value)),
      (await owed.list()).map(({ id }) => id),
    ),
    ...differences(
      "listed",
      all.map(({ value }) => turnId(value)),
      (await byChat.list()).map(({ id }) => id),
    ),
    ...differences(
      "listed as failed",
      all.filter(({ value }) => isFailed(value)).map(({ value }) => failureId(value)),
      (await failed.list()).map(({ id }) => id),
    ),
    ...differences("counted", [...ended].map(String), counted.map(String)),
  ];
}

function differences(what: string, expected: readonly string[], found: readonly string[]): readonly string[] {
  const [wanted, there] = [new Set(expected), new Set(found)];
  return [
    ...expected.filter((one) => !there.has(one)).map((one) => `not ${what}: ${one}`),
    ...found.filter((one) => !wanted.has(one)).map((one) => `${what}, but no row: ${one}`),
  ];
}

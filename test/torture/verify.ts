import type { Delivery } from "#services/delivery/delivery.ts";
import type { SendRequest } from "#test/support/fault-telegram.ts";

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What there is to compare: the ledger, the server's own record, and what was done to the senders. */
export interface Evidence {
  readonly owed: number;
  readonly rows: readonly Delivery[];
  readonly requests: readonly SendRequest[];
  /** When each sender that was killed died, by its name. */
  readonly deaths: ReadonlyMap<string, number>;
  /** When the store could not be reached. */
  readonly outages: readonly Span[];
  /** The marks before a message that may have arrived before. */
  readonly mark: string;
  readonly chatNow: (chat: number) => number;
  /** Ids of the bot's messages that stand at the server, by chat. */
  readonly standing: ReadonlyMap<number, readonly number[]>;
}

export interface Verdict {
  /** In words; empty = the ledger equals the server's record. */
  readonly faults: readonly string[];
  readonly states: Readonly<Record<string, number>>;
  /** At-least-once rows whose message arrived more than once. */
  readonly doubled: number;
  /** Messages marked as sent again. */
  readonly marked: number;
  /** Not sent in the end, but an earlier attempt of theirs had arrived; the row says so. */
  readonly admitted: number;
}

/** How long a sender may take to write down what it was told. */
const WRITTEN_WITHIN_MS = 1_500;

export function verify(evidence: Evidence): Verdict {
  const { rows, owed, requests, mark } = evidence;
  const arrivals = arrivalsByDelivery(evidence);
  const faults = [
    ...(rows.length === owed ? [] : [`${owed} rows were owed, ${rows.length} are there`]),
    ...rows.flatMap((row) =>
      faultsOf(row, arrivals.get(row.id) ?? [], evidence).map((fault) => describe(fault, row, evidence)),
    ),
    ...strangers(arrivals, evidence),
  ];
  const repeated = rows.filter((row) => (arrivals.get(row.id)?.length ?? 0) > 1);
  return {
    faults,
    states: tally(rows),
    doubled: repeated.filter(({ guarantee }) => guarantee === "at-least-once").length,
    marked: requests.filter(({ arrived, text }) => arrived !== null && text.startsWith(mark)).length,
    admitted: rows.filter(({ id, state }) => isUnsent(state) && arrivals.has(id)).length,
  };
}

function arrivalsByDelivery({
  requests,
  chatNow,
  mark,
}: Evidence): ReadonlyMap<string, readonly SendRequest[]> {
  const byDelivery = new Map<string, SendRequest[]>();
  for (const request of requests) {
    if (request.arrived === null) continue;
    const cause = request.text.replace(mark, "").trim();
    const id = `${cause}/telegram:${chatNow(request.chat)}`;
    byDelivery.set(id, [...(byDelivery.get(id) ?? []), request]);
  }
  return byDelivery;
}

function faultsOf(row: Delivery, arrivals: readonly SendRequest[], evidence: Evidence): readonly string[] {
  const faults: string[] = [];
  if (row.state === "due" || row.state === "sending") faults.push("is lost: it is not final");
  if (row.guarantee === "at-most-once" && arrivals.length > 1) faults.push("arrived more than once");
  if (arrivals.slice(1).some(({ text }) => !text.startsWith(evidence.mark)))
    faults.push("was repeated unmarked");
  if (arrivals.slice(0, -1).some((arrival) => wasKnown(arrival, evidence)))
    faults.push("was repeated though its outcome was known");
  if (row.state === "sent") faults.push(...faultsOfProof(row, arrivals, evidence));
  if (isUnsent(row.state) && arrivals.length > 0 && !row.resent)
    faults.push("arrived, but the row denies it");
  return faults;
}

function faultsOfProof(
  { messages, chat }: Delivery,
  arrivals: readonly SendRequest[],
  { standing }: Evidence,
): readonly string[] {
  const there = standing.get(Number(chat.slice("telegram:".length))) ?? [];
  const ids = (messages ?? []).map(Number);
  const isProven =
    ids.length === 1 &&
    ids.every((id) => there.includes(id) && arrivals.some(({ arrived }) => arrived === id));
  return isProven ? [] : ["is proven by a message that is not its own"];
}

/**
 * The sender was told that it arrived, and lived long enough, with the store at hand, to write that down. One that was
 * killed had the processor meanwhile if it went on to ask for others: on a busy machine time alone says nothing.
 */
function wasKnown({ sender, answeredAt }: SendRequest, { deaths, outages, requests }: Evidence): boolean {
  if (answeredAt === null) return false;
  const until = answeredAt + WRITTEN_WITHIN_MS;
  const wentOn = (one: SendRequest): boolean => one.sender === sender && one.at >= until;
  if (deaths.has(sender) && !requests.some(wentOn)) return false;
  return !outages.some(({ from, to }) => from < until && answeredAt < to);
}

/** Its sender died before it could write down what it was told. */
export function wasCutShort({ sender, at, answeredAt }: SendRequest, deaths: Evidence["deaths"]): boolean {
  const died = deaths.get(sender);
  return died !== undefined && at <= died && (answeredAt === null || died <= answeredAt + 5);
}

/** Messages at the server that no row knows. */
function strangers(
  arrivals: ReadonlyMap<string, readonly SendRequest[]>,
  { rows }: Evidence,
): readonly string[] {
  const known = new Set(rows.map(({ id }) => id));
  return [...arrivals.keys()].filter((id) => !known.has(id)).map((id) => `${id} is in no row`);
}

function isUnsent(state: Delivery["state"]): boolean {
  return state === "refused" || state === "cancelled";
}

function describe(fault: string, row: Delivery, { requests, chatNow, deaths }: Evidence): string {
  const own = requests.filter(
    ({ text, chat }) => text.endsWith(row.cause) && row.chat === `telegram:${chatNow(chat)}`,
  );
  const story = own.map((request) => ({ ...request, died: deaths.get(request.sender) ?? null }));
  return `${row.id} ${fault}: ${JSON.stringify({ row, story })}`;
}

function tally(rows: readonly Delivery[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state, reason } of rows) {
    const name = reason === null ? state : `${state}/${reason}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
}

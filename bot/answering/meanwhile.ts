import { setTimeout as pause } from "node:timers/promises";
import type { Meanwhile } from "#services/inbound.ts";
import type { Receipt } from "#services/receipt.ts";
import type { StyledText } from "#services/reply/text.ts";

export interface MeanwhileOptions {
  /** Sends it, in the place of what was shown before; null = nothing was. */
  readonly send: (text: StyledText, before: Receipt | null) => Promise<Receipt>;
  /** The platform replaces messages. */
  readonly replaces: boolean;
  /** Our answer that is being made anew; null = there was none. */
  readonly before: Receipt | null;
  readonly onError: (error: unknown) => void;
  /** Waits for so many ms; rejects once `signal` is aborted. */
  readonly rest?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/** What is ready sooner is answered without it. */
const PATIENCE_MS = 2_000;
/** Platforms let one message be changed about once a second, a group hear twenty a minute. */
const EVERY_MS = 4_000;

/** A reason made anew for each answer would carry a stack. */
const READY = "the answer is ready";

const restFor = (ms: number, signal: AbortSignal): Promise<unknown> => pause(ms, undefined, { signal });

/** Shows in one message how far an answer has come, no more often than a platform bears. */
export function createMeanwhile({ send, replaces, before, onError, rest = restFor }: MeanwhileOptions) {
  const ending = new AbortController();
  const { signal } = ending;
  let latest: Meanwhile | null = null;
  let shown = before;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    let last = "";
    for (let wait = PATIENCE_MS; await hasRested(wait); wait = EVERY_MS) {
      const text = replaces ? latest?.now : latest?.once;
      if (!text || text.text === last) continue;
      last = text.text;
      shown = await send(text, shown);
      if (!replaces) return;
    }
  }

  const hasRested = (ms: number): Promise<boolean> =>
    rest(ms, signal).then(
      () => !signal.aborted,
      () => false,
    );

  return {
    show(words: Meanwhile): void {
      latest = words;
      if (!signal.aborted) running ??= run().catch(onError);
    },

    /** Nothing is shown any more; the message in whose place the answer goes, where there is one. */
    async end(): Promise<Receipt | null> {
      ending.abort(READY);
      await running;
      return replaces ? shown : null;
    },
  };
}

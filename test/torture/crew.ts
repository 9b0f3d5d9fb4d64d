import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { FaultTelegram } from "#test/support/fault-telegram.ts";
import type { SenderSettings, SenderWords } from "#test/torture/sender.ts";

export interface CrewOptions {
  readonly telegram: FaultTelegram;
  readonly storeUrl: string;
  readonly leaseMs: number;
  /** Processes at a time. */
  readonly size: number;
}

const BACKOFF = { firstMs: 100, mostMs: 800 } as const;
/** More than chats' own pace lets through: not what is being tested. */
const RATE = 200;

/** Real processes that send; whoever dies is replaced by another of a new name. */
export function createCrew({ telegram, storeUrl, leaseMs, size }: CrewOptions) {
  const living = new Map<string, ChildProcess>();
  const deaths = new Map<string, number>();
  const logged: Record<string, number> = {};
  const faults: string[] = [];
  const places: Promise<void>[] = [];
  let born = 0;
  let isOver = false;

  /** One place among the crew, always taken. */
  async function keepTaken(): Promise<void> {
    while (!isOver) {
      const name = `sender-${++born}`;
      const apiRoot = telegram.apiRootFor(name);
      const { token } = telegram.fake;
      const child = startSender({ name, storeUrl, apiRoot, token, leaseMs, rate: RATE, backoff: BACKOFF });
      living.set(name, child);
      child.on("message", hear);
      const [code, signal] = await once(child, "exit");
      living.delete(name);
      if (signal !== "SIGKILL" && !isOver) faults.push(`${name} ended by itself: ${code ?? signal}`);
    }
  }

  function hear({ message }: SenderWords): void {
    if (message !== undefined) logged[message] = (logged[message] ?? 0) + 1;
  }

  return {
    /** When each that was killed died, by name. */
    deaths,
    /** What processes did that nobody did to them. */
    faults,
    /** How often what was logged. */
    logged,

    start(): void {
      while (places.length < size) places.push(keepTaken());
    },

    /** Without a word, as a power cut would. */
    kill(name: string): void {
      const child = living.get(name);
      if (!child || deaths.has(name)) return;
      child.kill("SIGKILL");
      deaths.set(name, Date.now());
    },

    async stop(): Promise<void> {
      isOver = true;
      for (const child of living.values()) if (child.connected) child.send("stop");
      await Promise.all(places);
    },
  };
}

function startSender(settings: SenderSettings): ChildProcess {
  const child = fork("test/torture/sender.ts", [JSON.stringify(settings)], { execArgv: ["--import", "tsx"] });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  return child;
}

import type { Phase, SendRequest } from "#test/support/fault-telegram.ts";
import type { Random } from "#test/support/random.ts";

export interface KillerOptions {
  readonly deliveries: number;
  readonly kills: number;
}

const PHASES: readonly Phase[] = ["came", "carried-out", "answered"];
/** An outcome is written down within milliseconds: some kills come before that, some after. */
const LATEST_MS = 12;

/** Kills whoever makes the request that chance has picked, before, while, or after it is carried out. */
export function createKiller(random: Random, { deliveries, kills }: KillerOptions) {
  const stride = Math.max(1, Math.floor((0.9 * deliveries) / (kills + 1)));
  let kill = (_sender: string): void => undefined;
  const victims = new Set<string>();
  let left = kills;
  let next = aimed();

  function aimed() {
    return { inRequests: random.between(1, stride), phase: random.pick(PHASES) };
  }

  return {
    aim(weapon: (sender: string) => void): void {
      kill = weapon;
    },

    look(request: SendRequest, phase: Phase): void {
      // What the dead had asked for still comes in.
      if (left === 0 || victims.has(request.sender)) return;
      if (phase === "came") next.inRequests--;
      // A picked request may never reach its phase: the next one that does is as good.
      if (next.inRequests > 0 || phase !== next.phase) return;
      left--;
      victims.add(request.sender);
      next = aimed();
      const delayMs = phase === "answered" ? random.between(0, LATEST_MS) : 0;
      if (delayMs === 0) kill(request.sender);
      else setTimeout(() => kill(request.sender), delayMs);
    },
  };
}

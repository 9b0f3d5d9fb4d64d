import type { StoreWarning } from "#services/store/store.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface RunCatalog {
  readonly run: RunWords;
}

/** credentials: the bot's token or webhook address is wrong. webhook-set: a webhook takes what polling should bring. */
export type ChannelFault = "credentials" | "webhook-set";

/** What the programs say on the terminal. */
export interface RunWords {
  /** The address, and three things to try. */
  ready(facts: {
    address: string | null;
    channels: readonly string[];
    /** Channels whose platform does not answer yet. */
    awaited: readonly string[];
    tries: readonly string[];
    sample: boolean;
  }): string;
  stopped: string;
  portInUse(port: number): string;
  storeUnavailable(target: string): string;
  /** A newer version of the bot wrote the store. */
  readonly storeTooNew: string;
  /** The store's server is not set as README asks. */
  storeWarning(warning: StoreWarning): string;
  channelRefused: Readonly<Record<ChannelFault, (channel: string) => string>>;
  homeUnclear(facts: { typed: string; candidates: readonly Unit[] }): string;
  askUsage: string;
  action(label: string, command: string): string;
  picture(path: string): string;
  file(path: string): string;
}

import type { Config } from "#bot/config/config.ts";
import type { ReachableChat } from "#bot/setup/house.ts";
import type { Outcome } from "#bot/setup/outcome.ts";
import type { SetupWords } from "#locales/words/setup.ts";
import type { SetupStep, Step } from "#services/setup-state.ts";
import type { Unit } from "#services/units/unit.ts";

/** What was last said about a step, and what somebody typed there that may be shown again. */
export interface Told {
  readonly step: SetupStep;
  readonly outcome: Outcome;
  readonly typed: Readonly<Record<string, string | undefined>>;
}

/** All that the page shows. */
export interface SetupView {
  readonly language: string;
  readonly words: SetupWords;
  readonly config: Config;
  readonly steps: readonly Step[];
  readonly home: Unit | null;
  readonly answers: (platform: string) => boolean;
  readonly chats: readonly ReachableChat[];
  readonly code: string;
  readonly told: Told | null;
  /** Changes whenever something else is to be shown. */
  readonly mark: string;
  /** Given out in the page, asked back with everything that is posted. */
  readonly token: string;
  readonly hasWebChat: boolean;
  /** "huyện Tiên Lữ, tỉnh Hưng Yên". */
  readonly placeOf: (unit: Unit) => string;
}

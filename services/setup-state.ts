/** The steps of a set-up, in no order. */
export type SetupStep =
  | "office"
  | "zalo"
  | "telegram"
  | "operator"
  | "trial"
  | "publishing"
  | "backup"
  | "network";

/** Done, the one to do next, waiting for its turn, or one that an office may leave as it is. */
export type StepState = "done" | "next" | "later" | "optional";

export interface Step {
  readonly name: SetupStep;
  readonly state: StepState;
}

/** How far the bot is set up, and where that is gone on with; nothing of what was set. */
export interface SetupState {
  /** Of the set-up page and of the operator's, on the machine of the bot; null = there is none. */
  readonly pages: { readonly setup: string | null; readonly operations: string | null };
  readonly steps: readonly Step[];
}

import { setBackup } from "#bot/setup/backup-step.ts";
import { connectChannel } from "#bot/setup/channel-step.ts";
import type { House } from "#bot/setup/house.ts";
import { setNetwork } from "#bot/setup/network-step.ts";
import { chooseOffice } from "#bot/setup/office-step.ts";
import { type Outcome, refused, type SetupCatalogs, written } from "#bot/setup/outcome.ts";
import { setPublishing } from "#bot/setup/publishing-step.ts";
import type { SetupSettings } from "#bot/setup/settings.ts";
import { sendTrial } from "#bot/setup/trial-step.ts";
import type { Knock } from "#bot/setup/try-address.ts";
import { tellZalo } from "#bot/setup/zalo-webhook.ts";
import type { ChatId } from "#services/ids.ts";
import type { SetupStep } from "#services/setup-state.ts";

/** What a step is given, by the names of the page's fields. */
export type Fields = Readonly<Record<string, string | undefined>>;

export interface ActsOptions {
  readonly settings: SetupSettings;
  readonly knock: Knock;
  /** Where a knock is answered. */
  readonly knockPath: string;
  readonly t: SetupCatalogs;
}

/** What a person does in the steps, whether on the page or on the terminal. */
export function createActs({ settings, knock, knockPath, t }: ActsOptions) {
  const acts: Readonly<Record<SetupStep, (fields: Fields, house: House) => Promise<Outcome>>> = {
    office: (fields, house) => chooseOffice(fields, house, settings, t),
    zalo: ({ bot = "" }, house) => connectChannel("zalo", bot, house, settings, t),
    telegram: ({ bot = "" }, house) => connectChannel("telegram", bot, house, settings, t),
    operator: async () => refused(t.setup.operator.wait),
    trial: ({ chat = "" }, house) => sendTrial(chat, house, t),
    publishing: (fields) => setPublishing(fields, settings, t),
    backup: (fields) => setBackup(fields, settings, t),
    network({ zalo, ...fields }, house) {
      if (zalo === "set" || zalo === "delete") return tellZalo(zalo, house, t);
      return setNetwork(fields, { config: house.config, knock, path: knockPath }, settings, t);
    },
  };

  return {
    take: (step: SetupStep, fields: Fields, house: House): Promise<Outcome> => acts[step](fields, house),

    async takeBack(step: SetupStep): Promise<Outcome> {
      return written(await settings.takeBack(step), [t.setup.undone], t);
    },

    /** Somebody sent the code: one more operator. */
    async addOperator(person: ChatId, { config }: House): Promise<Outcome> {
      const operators = [...new Set([...config.operators, person])].join(",");
      return written(await settings.change("operator", { OPERATORS: operators }), [t.setup.saved], t);
    },
  };
}

import type { SetupView } from "#bot/setup/page/view.ts";
import type { SetupStep } from "#services/setup-state.ts";

/** One line to type, or the number of a choice. */
export interface Question {
  readonly name: string;
  readonly label: string;
  /** What an empty line means. */
  readonly now?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export interface Questions {
  /** Said first. */
  readonly before: readonly string[];
  /** The step is left as it is when all are answered by an empty line. */
  readonly fields: readonly Question[];
}

/** What a step asks on a terminal; its fields are named as on the page. */
export function questionsOf(step: SetupStep, { words, chats, config }: SetupView): Questions {
  const { office, channel, trial, publishing, network, backup } = words;
  const bot = { name: "bot", label: channel.label };
  const all: Readonly<Record<SetupStep, Questions>> = {
    office: { before: [office.example], fields: [{ name: "name", label: office.label }] },
    zalo: { before: channel.how.zalo, fields: [bot] },
    telegram: { before: channel.how.telegram, fields: [bot] },
    operator: { before: [], fields: [] },
    trial:
      chats.length === 0
        ? { before: [trial.noChats], fields: [] }
        : { before: [], fields: [{ name: "chat", label: trial.label, choices: chatsOf(words, chats) }] },
    publishing: {
      before: [],
      fields: [
        {
          name: "approvers",
          now: String(config.approvers),
          label: publishing.approvers.label,
          choices: [
            { value: "1", label: publishing.approvers.one },
            { value: "2", label: publishing.approvers.two },
          ],
        },
        {
          name: "portal",
          now: config.portal.sync === "off" ? "off" : config.portal.publish,
          label: publishing.portal.label,
          choices: (["off", "ask", "auto"] as const).map((value) => ({
            value,
            label: publishing.portal[value],
          })),
        },
        { name: "contact", label: publishing.portal.contact, ...contactOf(config) },
      ],
    },
    backup: {
      before: [backup.folder.hint],
      fields: [
        { name: "folder", label: backup.folder.label, now: config.backup?.folder ?? "" },
        { name: "at", label: backup.at.label, now: config.backup?.at ?? "02:00" },
        { name: "keep", label: backup.keep.label, now: String(config.backup?.keep ?? 14) },
      ],
    },
    network: {
      before: [network.address.hint],
      fields: [
        { name: "address", label: network.address.label, now: config.publicBaseUrl ?? "" },
        { name: "proxy", label: network.proxy.label },
      ],
    },
  };
  return all[step];
}

function chatsOf({ trial }: SetupView["words"], chats: SetupView["chats"]): NonNullable<Question["choices"]> {
  return chats.map(({ id, name, platform, isGroup }) => ({
    value: id,
    label: trial.chat({ name: name ?? trial.operator, platform, isGroup }),
  }));
}

function contactOf({ portal }: SetupView["config"]): { readonly now?: string } {
  return portal.sync === "daily" ? { now: portal.contact } : {};
}

import { platformName } from "#locales/shared/platform-name.ts";
import type { RunWords } from "#locales/words/run.ts";
import { fullName } from "#services/units/unit.ts";

export const run: RunWords = {
  ready: ({ address, channels, awaited, tries, sample }) =>
    [
      ...(address ? [`Bot 766 is ready: ${address}`] : ["Bot 766 is ready."]),
      ...(channels.length > 0 ? [`Channels running: ${channels.map(platformName).join(", ")}`] : []),
      ...(awaited.length > 0
        ? [`Waiting to be connected: ${awaited.map(platformName).join(", ")} (tried again until it answers)`]
        : []),
      ...(sample ? ["Showing sample data (real published results); it is never written to your store."] : []),
      ...(address ? ["Open the address above and try:", ...tries.map((command) => `  ${command}`)] : []),
    ].join("\n"),
  stopped: "Bot 766 has stopped.",
  portInUse: (port) =>
    `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
  storeUnavailable: (target) =>
    `The store ${target} cannot be opened. Check STORE_URL, the Redis server or the file's permissions, then start again.`,
  storeTooNew:
    "A newer version of the bot wrote the store; this one cannot read it and changed nothing. Update the bot, then start again.",
  storeWarning: ({ setting, found, wanted }) =>
    `Warning: the Redis server has ${setting} = ${found}; ${setting} = ${wanted} is needed, or a power cut may lose data or send messages twice.`,
  channelRefused: {
    credentials: (channel) =>
      `${platformName(channel)} does not accept the bot's settings (wrong token or webhook address). Check ${channel.toUpperCase()}_BOT_TOKEN and PUBLIC_BASE_URL, then start again.`,
    "webhook-set": (channel) =>
      `A webhook is set for the ${platformName(channel)} bot, so polling brings nothing. Remove it with: npm run ${channel} -- webhook delete, or set ${channel.toUpperCase()}_MODE=webhook, then start again.`,
  },
  homeUnclear: ({ typed, candidates }) =>
    [
      candidates.length > 0
        ? `HOME_SCOPE="${typed}" does not name one unit. Write one of these names, or the id in brackets:`
        : `HOME_SCOPE="${typed}" names no unit. Write its full name, for example HOME_SCOPE="tỉnh Gia Lai".`,
      ...candidates.map((unit) => `  ${fullName(unit)} (${unit.id})`),
    ].join("\n"),
  askUsage:
    'Usage: npm run -s ask -- "<message>" [--json] [--chat ID] [--as viewer|editor|operator]; or ask - to read lines.',
  action: (label, command) => `  [${label}] ${command}`,
  picture: (path) => `[picture] ${path}`,
  file: (path) => `[file] ${path}`,
};

import { figures } from "#locales/en/common.ts";
import { platformName } from "#locales/shared/platform-name.ts";
import type { PlatformWords } from "#locales/words/platforms.ts";
import { bold, code, text } from "#services/reply/text.ts";

export const platforms: PlatformWords = {
  allowance: ({ channel, used, perMonth, renewedOn }) =>
    `Messages on ${platformName(channel)} this month: ${figures.number(used)} of ${figures.number(perMonth)}, counted anew from ${figures.date(renewedOn)}`,
  warning: ({ channel, used, perMonth, percent, renewedOn }) => {
    const spent = `${figures.number(used)} of ${figures.number(perMonth)} messages this month`;
    const after =
      percent >= 100
        ? "Until then the platform may take no messages of the bot."
        : "A broadcast that takes more than is left will be held.";
    return text`${bold(`${platformName(channel)} has used ${percent}% of its messages`)}: ${spent}, counted anew from ${figures.date(renewedOn)}. ${after}`;
  },
  held: ({ name, channel, needed, left, renewedOn }) =>
    text`${bold(`${name}: held on ${platformName(channel)}`)}. It takes ${figures.number(needed)} messages, this month ${figures.number(left)} are left. They are counted anew from ${figures.date(renewedOn)}; the bot then sends by itself. Questions are answered as usual.`,
  textOnly: ({ channel, trouble }) => {
    const why =
      trouble === "no-address"
        ? "PUBLIC_BASE_URL, the server's public https address, is not set."
        : "the address in PUBLIC_BASE_URL cannot be opened from outside. Check the domain, its certificate and the firewall (which must let through a program that calls itself Java). The bot tries again by itself; once it can be opened, pictures are sent again.";
    return text`${bold(`${platformName(channel)} sends text alone, no pictures and files`)}: ${why}`;
  },
  accountRefused: () =>
    text`${bold("Zalo refuses the bot's Official Account")}: its tokens have run out or were withdrawn, its package has ended, or the app lacks permissions. Messages through it are held back. Make a new pair of tokens in the API Explorer (developers.zalo.me), write it into ZALO_OA_ACCESS_TOKEN and ZALO_OA_REFRESH_TOKEN and restart the bot; if the tokens are right, look at the package.`,
  endsSoon: ({ what, name, on }) => {
    const date = figures.date(on);
    if (what === "package")
      return text`${bold(`The package ${name} of the Zalo Official Account ends on ${date}`)}. Nothing can be sent after that; renew it on the account's page.`;
    if (what === "group")
      return text`${bold(`The Zalo group “${name}” ends on ${date}`)}. Unless renewed it is locked, then dissolved; renew it on the account's page.`;
    return text`${bold(`The tokens of the Zalo Official Account end on ${date}`)}, because nothing renewed them for long. Make a new pair in the API Explorer and write it into .env.`;
  },
  tooManyGroups: ({ channel, chat, cap }) =>
    text`${bold(`The bot is in more than ${figures.number(cap)} groups on ${platformName(channel)}`)}, which is what the plan in use allows. The newest: ${code(chat)}. What is sent there unasked may not arrive.`,
  lastRefusal: ({ minutes }) =>
    `To spare the group's messages, for ${minutes} minutes the bot does not tell you this again.`,
  beyondCap: ({ cap }) =>
    `The bot is used in more than ${figures.number(cap)} groups, which is what its plan allows: what is sent to this group unasked may not arrive. The operators have been told.`,
  actions: { state: "State of the bot" },
};

import type { WebhookTrouble, ZaloWords } from "#locales/words/zalo.ts";

const troubles: Readonly<Record<WebhookTrouble, string>> = {
  forbidden:
    "a firewall or proxy turns Zalo away (403). Let its agent “Java/…” pass, and check the WEBHOOK_SECRET of the running bot",
  "not-found":
    "the address does not lead to the bot (404). Check that it runs with ZALO_MODE=webhook and the same WEBHOOK_SECRET",
  "server-error": "the server reports an error (5xx). Check that the bot runs, and the proxy before it",
  tls: "the https certificate is not valid",
  dns: "the domain name cannot be resolved",
  timeout: "the server did not answer in time",
  "no-connection": "no connection. Check the domain name, port 443 and the firewall",
  blocked: "Zalo does not call this address (it is internal, or blocked)",
  other: "Zalo did not get a proper answer",
};

export const zalo: ZaloWords = {
  usage: "Usage: npm run zalo -- me | webhook set | webhook info | webhook test | webhook delete",
  noToken: "ZALO_BOT_TOKEN is not set. Write the token from Zalo Bot Manager into .env and run this again.",
  noAddress: "To set the webhook, both PUBLIC_BASE_URL and WEBHOOK_SECRET must be in .env.",
  me: ({ name, account, id, joinsGroups }) =>
    [
      `Bot: ${name || account}`,
      `Account: ${account || "Zalo does not say"}`,
      `Id: ${id}`,
      `Groups: ${joinsGroups === null ? "Zalo does not say" : joinsGroups ? "it can join" : "not opened by Zalo yet"}`,
    ].join("\n"),
  none: "The Zalo bot has no webhook.",
  ours: "The webhook leads to this bot's PUBLIC_BASE_URL.",
  elsewhere: (host) => `The webhook leads elsewhere: ${host}`,
  set: "Zalo has noted the webhook.",
  stillPolling:
    "The bot is configured to poll: set ZALO_MODE=webhook and restart it, or it will hear nothing.",
  deleted: "The webhook is removed. A bot with ZALO_MODE=polling will hear its messages.",
  works: (ms) => `Zalo tried it: the bot answered${ms === null ? "" : `, after ${ms} ms`}.`,
  fails: ({ trouble, outcome }) => `Zalo tried it in vain: ${troubles[trouble]}. (${outcome})`,
  unverified: "Zalo does not say whether it got through. Send the bot a message to see.",
  testsUsedUp: "Today's tests at Zalo are used up. Try again tomorrow, or send the bot a message to see.",
  failed: {
    unauthorized: "Zalo does not accept the token. Compare ZALO_BOT_TOKEN with Zalo Bot Creator.",
    unreachable: "Zalo cannot be reached. Check the network and ZALO_API_ROOT, then try again.",
    proxyLogin:
      "The proxy wants another user and password (407). Check HTTPS_PROXY, as http://user:password@host:port.",
    proxyRefusal:
      "The proxy does not let calls to Zalo through. Ask whoever runs the network, or name the address in NO_PROXY.",
    "too-many": "Zalo says that its limit is exceeded. Try again later.",
    refused: "Zalo declined. Check that PUBLIC_BASE_URL is a public https address.",
  },
};

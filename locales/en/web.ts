import type { WebWords } from "#locales/words/web.ts";

export const web: WebWords = {
  title: "Bot 766",
  subtitle: "Results of the 766 indicators",
  setup: "Set up",
  welcome: {
    title: "Which results would you like to see?",
    text: "Ask with a command or type the name of a commune, with or without accents.",
  },
  noScript: "The chat page needs JavaScript to be on in the browser.",
  speaker: { me: "You:", bot: "Bot 766:" },
  log: "Conversation",
  input: { label: "Question", placeholder: "Type a question or command", send: "Send" },
  attach: { choose: "Send a file", sending: "Sending" },
  commands: "Commands",
  suggestions: "Suggestions",
  working: { typing: "Looking up the figures…", picture: "Drawing the chart…" },
  link: { lost: "Connection lost, reconnecting…", restored: "Reconnected." },
  latest: "Newest message",
  today: "Today",
  yesterday: "Yesterday",
  picture: {
    enlarge: "Enlarge the picture",
    close: "Close the picture",
    save: "Save the picture",
    failed: "The picture could not be shown. The figures are in the text.",
    retry: "Try again",
  },
  fold: { open: "Show the whole message", close: "Show less" },
  file: { download: "Download" },
  unsent: {
    failed: "Not sent.",
    again: "Send again",
    tooFast: "That was too fast. Wait a few seconds, then send again.",
    stale: "This page is out of date. Reload it, then send again.",
    fileTooLarge: ({ megabytes }) => `The file is larger than ${megabytes} MB. Split it, then send it.`,
  },
  tooLong: ({ limit }) =>
    `The message is too long. Keep it under ${limit.toLocaleString("en")} characters, or send it in parts.`,
};

import type { TakeBackWords } from "#locales/words/take-back.ts";

export const takeBack: TakeBackWords = {
  commands: {
    thuhoi: { purpose: "Takes an answer of the bot out of the group", usage: "", examples: ["/thuhoi"] },
  },
  done: "The answer is taken back.",
  how: "Reply to the very answer with /thuhoi, or press Take back under it.",
  never: "Here the bot cannot delete what it has sent.",
  action: "Take back",
};

import { type Phrases, sameMonth } from "#commands/kit/phrases.ts";
import { joinWords } from "#commands/kit/typed.ts";
import { wholeWords } from "#commands/slots/remainder.ts";

/** "gửi cho anh", "xuất ra": before the name of a file. */
const GETTING =
  "(?:(?:gui|xuat|tai|lay|xin|cho xin|cho|can|muon|xem|in)(?: (?:cho|giup|lai|ve|ra|dum))?(?: (?:toi|anh|chi|em|minh|sep|xin))? )?";

export const exportPhrases: Phrases = {
  matters: [
    {
      verb: "csv",
      asks: wholeWords(`${GETTING}(?:ban |dang |duoi dang )?(?:(?:file|tep) )?(?:dang )?csv`),
    },
    {
      asks: wholeWords(
        `${GETTING}(?:(?:file|tep|ban|bang|bieu) )*(?:dang )?(?:excel|exel|xlsx?|bang tinh)|${GETTING}(?:file|tep)(?: (?:so lieu|ket qua))*`,
      ),
    },
  ],
  takes: ["verb", "period", "units"],
  about: "scope",
  goOn: sameMonth("/xuat"),
  ofShown: ({ verb, period }, { about, scope }) =>
    joinWords("/xuat", verb, period || about.period, scope && `#${scope}`),
};

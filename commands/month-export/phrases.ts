import { type Phrases, sameMonth } from "#commands/kit/phrases.ts";
import { joinWords } from "#commands/kit/typed.ts";
import { FILE_WORDS } from "#commands/slots/file-slot.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import type { Subject } from "#services/reply/reply.ts";

/** "gửi cho anh", "xuất ra": before the name of a file. */
const GETTING =
  "(?:(?:gui|xuat|tai|lay|xin|cho xin|cho|can|muon|xem|in)(?: (?:cho|giup|lai|ve|ra|dum))?(?: (?:toi|anh|chi|em|minh|sep|xin|a|c|bac|chu))? )?";

export const exportPhrases: Phrases = {
  matters: [
    {
      verb: "csv",
      asks: wholeWords(`${GETTING}(?:ban |dang |duoi dang )?(?:(?:file|tep) )?(?:dang )?csv`),
    },
    {
      asks: wholeWords(
        `${GETTING}(?:(?:file|tep|ban|bang|bieu) )*(?:dang )?(?:excel|exel|xlsx?|bang tinh)|${GETTING}(?:file|tep)(?: (?:so lieu|ket qua))*|(?:tai|xuat)(?: (?:giup|ho|luon))?(?: (?:toi|anh|chi|em|minh))? (?:so lieu|du lieu|bang|ket qua)(?=[^?.!]{0,40} (?:ve|xuong|ra)(?: may)?[\\s?.!]*$)|(?:tai )?(?:ve|xuong) may`,
      ),
    },
  ],
  takes: ["verb", "period", "units"],
  about: "scope",
  goOn: sameMonth("/xuat"),
  ofShown: ({ verb, period }, { about, scope }) =>
    HAS_OWN_FILE.has(about.command)
      ? ownFile(about, period, verb)
      : joinWords("/xuat", verb, period || about.period, scope && `#${scope}`),
};

/** Answers whose figures stand in a file of their own. */
const HAS_OWN_FILE: ReadonlySet<string> = new Set(["xuhuong", "sosanh", "chitieu", "quahan"]);

function ownFile({ command, units, indicators, period, against = [] }: Subject, other: string, verb: string) {
  const names = units.map((id) => `#${id}`).join(", ");
  const periods = other || [...against, period].join(" với ");
  return joinWords(`/${command}`, names, periods, ...indicators, verb || FILE_WORDS.xlsx);
}

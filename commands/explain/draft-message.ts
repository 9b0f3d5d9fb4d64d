import { matterLine, saidLines } from "#commands/parts/explanation-words.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Alert } from "#services/alerts/alert.ts";
import {
  type Draft,
  EXPLANATION_PARTS,
  type Explanation,
  type ExplanationPart,
} from "#services/explanations/explanation.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";

/** How a part is typed in a command. */
const TYPED: Readonly<Record<ExplanationPart, string>> = {
  cause: "nguyên nhân",
  remedy: "biện pháp",
  deadline: "thời hạn",
};

interface Facts {
  readonly alert: Alert;
  readonly draft: Draft;
  readonly services: Services;
  readonly t: Catalog;
}

/** Asks for one part; what is typed next is the answer. */
export function questionReply(
  facts: Facts & { readonly part: ExplanationPart; readonly isFirst?: boolean },
): Reply {
  const { alert, part, draft, services, t, isFirst = false } = facts;
  const { explanations: words } = t;
  const step = { at: EXPLANATION_PARTS.indexOf(part) + 1, of: EXPLANATION_PARTS.length };
  const known = draft[part];
  return {
    text: lines(
      words.title(alert.number, null),
      isFirst && matterLine(alert, services, t),
      isFirst && "",
      words.ask(part, step),
      known !== null && words.now(part === "deadline" ? words.day(known) : known),
      isFirst && words.howToStop,
    ),
    actions: [],
    expects: `/giaitrinh ${alert.number} ${TYPED[part]}`,
  };
}

/** All that was said, to be looked over before it is sent. */
export function draftReply(
  facts: Facts & { readonly latest: Explanation | null; readonly isNew: boolean },
): Reply {
  const { alert, draft, latest, isNew, services, t } = facts;
  const { explanations: words } = t;
  const act = (label: string, verb: string): Action => ({
    label,
    command: `/giaitrinh ${alert.number} ${verb}`,
  });
  return {
    text: lines(
      words.title(alert.number, null),
      matterLine(alert, services, t),
      ...saidLines(draft, t),
      latest?.review?.reason != null && words.returned(latest.review.reason),
      "",
      isNew ? words.lookOver : words.changeFirst,
    ),
    actions: [
      ...(isNew ? [[act(words.actions.send, "gửi")]] : []),
      EXPLANATION_PARTS.map((part) => act(words.actions.change[part], TYPED[part])),
      ...(isNew ? [[act(words.actions.discard, "huỷ")]] : []),
    ],
  };
}

import { matterOf } from "#commands/parts/alert-words.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Reading } from "#services/alerts/alert.ts";
import {
  type Draft,
  EXPLANATION_PARTS,
  type Explanation,
  type Signatory,
} from "#services/explanations/explanation.ts";
import type { Period } from "#services/periods/period.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type StyledText, type TextPart } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";

/** "Xã Cương Chính, tháng 8/2024: Tiến độ giải quyết 82,71% — dưới chỉ tiêu 95%". */
export function matterLine(
  reading: Reading & { readonly period: Period },
  services: Services,
  t: Catalog,
): TextPart {
  const unit = unitLookup(services.units)(reading.unit);
  const { matter } = matterOf(reading, services, t);
  return t.explanations.matter({ unit, period: reading.period, matter });
}

/** What was said so far, a line a part. */
export function saidLines(draft: Draft, { explanations: words }: Catalog): readonly TextPart[] {
  return EXPLANATION_PARTS.flatMap((part) => {
    const said = draft[part];
    return said === null ? [] : [words.said(part, part === "deadline" ? words.day(said) : said)];
  });
}

/** An explanation as it stands: what it is about, what it says, who signed it, and what was decided. */
export function explanationText(explanation: Explanation, services: Services, t: Catalog): StyledText {
  const { alert, reading, period, by, at, state, review } = explanation;
  const { explanations: words } = t;
  return lines(
    words.title(alert, state),
    matterLine({ ...reading, period }, services, t),
    ...saidLines(explanation, t),
    words.signed({ who: signatoryWords(by, services, t), at: t.figures.moment(services.local(at)) }),
    review &&
      words.decided({
        isAccepted: state === "accepted",
        reason: review.reason,
        who: signatoryWords(review.by, services, t),
        at: t.figures.moment(services.local(review.at)),
      }),
  );
}

/** What became of earlier explanations of the alert. */
export function historyLines(
  earlier: readonly Explanation[],
  services: Services,
  t: Catalog,
): readonly TextPart[] {
  return earlier.map(({ nth, at, state, review }) =>
    t.explanations.earlier({
      nth,
      day: t.figures.date(services.local(at)),
      state: t.explanations.state[state],
      reason: review?.reason ?? null,
    }),
  );
}

/** What its leaders may do with one that waits; another one is offered where it was returned. */
export function explanationActions({ alert, nth, state }: Explanation, t: Catalog): Reply["actions"] {
  const { actions } = t.explanations;
  const act = (label: string, verb: string): Action => ({
    label,
    command: `/giaitrinh ${alert}/${nth} ${verb}`,
  });
  if (state === "waiting") return [[act(actions.accept, "chấp nhận"), act(actions.giveBack, "trả lại")]];
  return state === "returned" ? [[{ label: actions.again, command: `/giaitrinh ${alert}` }]] : [];
}

/** "Nguyễn Văn An, cán bộ phụ trách xã Cương Chính". */
export function signatoryWords({ name, role, unit }: Signatory, services: Services, t: Catalog): string {
  return t.explanations.signatory({
    name,
    role: t.rights.roles[role],
    unit: unit === null ? null : unitLookup(services.units)(unit),
  });
}

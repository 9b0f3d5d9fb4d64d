import { joinWords } from "#commands/kit/typed.ts";
import type { RuleFacts } from "#locales/words/rules.ts";
import type { Rule } from "#services/alerts/rule.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { UnitKind } from "#services/units/unit.ts";

/** How rules that come with the bot are typed. */
const SHIPPED: Readonly<Record<string, string>> = {
  "on-time": "đúng hạn",
  targets: "chỉ tiêu văn bản",
  overdue: "quá hạn",
  backlog: "tồn đọng",
  "score-drop": "tụt điểm",
  "rank-drop": "tụt hạng",
  falling: "giảm liên tiếp",
  missing: "chưa có số liệu",
  "daily-falling": "giảm từng ngày",
};

/** What a rule is about, as `/nguong` reads it. */
export function typedSubject({ rule, indicators }: RuleFacts): string {
  const shipped = SHIPPED[rule.id];
  if (shipped !== undefined) return shipped;
  const measured = indicators[0]?.id ?? "";
  if (rule.kind === "streak") return `giảm liên tiếp ${measured}`;
  if (rule.kind === "level") return isCounted(indicators[0]) ? `mức ${measured}` : measured;
  if (rule.kind !== "change") return measured;
  return rule.of === "rank" ? `tụt hạng ${measured}` : `giảm ${measured}`;
}

/** A rule with its numbers; of what else it says only what differs from the rule it takes the place of. */
export function typedRule(facts: RuleFacts, differsFrom: Rule | null): string {
  const { kinds, urgent } = facts.rule;
  return joinWords(
    typedSubject(facts),
    typedAmount(facts.rule, differsFrom),
    isSame(kinds, differsFrom?.kinds ?? null) ? "" : `cho ${kindWords(kinds)}`,
    urgent === (differsFrom?.urgent ?? false) ? "" : urgent ? "khẩn" : "không khẩn",
  );
}

function typedAmount(rule: Rule, differsFrom: Rule | null): string {
  switch (rule.kind) {
    case "level":
      return joinWords(numberWords(rule.fire), rule.reset !== rule.fire && typedReset(rule.reset));
    case "change": {
      const usual = differsFrom?.kind === "change" && differsFrom.reset < rule.by ? differsFrom.reset : 0;
      return joinWords(numberWords(rule.by), rule.reset !== usual && typedReset(rule.reset));
    }
    case "streak":
      return `${rule.periods} kỳ`;
    case "missing":
      return `ngày ${rule.day}`;
    case "daily":
      return `${rule.times} lần`;
    case "target":
      return "";
  }
}

/** What is counted is told by its growth, unless it is said that its level is meant. */
const isCounted = (indicator: Indicator | undefined): boolean =>
  indicator?.direction === "down" && indicator.measure === "count";

const typedReset = (reset: number): string => `hết khi ${numberWords(reset)}`;

const numberWords = (number: number): string => String(number).replace(".", ",");

const KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  country: "",
  province: "tỉnh",
  district: "huyện",
  commune: "xã",
  department: "sở",
};

function kindWords(kinds: readonly UnitKind[] | null): string {
  return kinds === null ? "mọi đơn vị" : kinds.map((kind) => KIND_WORDS[kind]).join(", ");
}

const isSame = (a: readonly string[] | null, b: readonly string[] | null): boolean => String(a) === String(b);

import type { EvidenceWords } from "#locales/words/common.ts";
import type { Evidence } from "#services/results/evidence.ts";
import { capital } from "#services/text/capital.ts";

interface Options {
  /** The other words of the language on evidence. */
  readonly words: () => Pick<EvidenceWords, "sample" | "state" | "asOf" | "derived" | "document">;
  /** "bản 2"; `supersededBy`: the version that took its place. */
  readonly version: (version: number, supersededBy: number | undefined) => string;
  /** "3 bảng". */
  readonly sheets: (count: number) => string;
  /** "nguồn: công văn …". */
  readonly source: (document: string) => string;
  /** "mã 7KQ2". */
  readonly code: (checkCode: string) => string;
}

/** Documents that one line names. */
const NAMED = 3;

/** The lines that say where figures come from: their order is the same in all languages. */
export function createEvidenceLines(options: Options): Pick<EvidenceWords, "line" | "footer"> {
  const { words, source, code } = options;

  function stateOf({ sample, provisional, versions, supersededBy }: Evidence): readonly string[] {
    const [only = 0, ...others] = versions;
    return [
      ...(sample ? [words().sample] : []),
      words().state(provisional),
      others.length === 0 && versions.length > 0
        ? options.version(only, supersededBy)
        : options.sheets(versions.length),
    ];
  }

  /** Each document of each period once. */
  function namesOf({ documents }: Evidence): readonly string[] {
    return [...new Set(documents.map((one) => words().document(one, one.period)))];
  }

  return {
    line: (given) =>
      [...stateOf(given), namesOf(given).slice(0, NAMED).join("; "), words().asOf(given)].join(" · "),
    footer: (given, derived, of) => [
      [...stateOf(given), source(namesOf(given)[0] ?? "")].join(" · "),
      [
        capital(words().asOf(given)),
        ...(derived ? [words().derived(derived)] : []),
        ...(given.checkCode ? [[code(given.checkCode), ...(of ? [of] : [])].join(" ")] : []),
      ].join(" · "),
    ],
  };
}

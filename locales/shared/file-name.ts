import type { FileWords } from "#locales/words/files.ts";
import { fileName } from "#services/text/file-name.ts";
import { fullName } from "#services/units/unit.ts";

interface Options {
  /** By the command that the file answers. */
  readonly of: Readonly<Record<string, string>>;
  readonly other: string;
  /** Units that are not named. */
  readonly more: (count: number) => string;
  readonly provisional: string;
  readonly sample: string;
}

/** Units that one name holds. */
const NAMED = 2;

/** Names that sort by what they hold, then by period: "Xep-hang-766-2024-08-huyen-Tien-Lu". */
export function createFileName({ of: kinds, other, more, provisional, sample }: Options): FileWords["name"] {
  return ({ of, units, period, evidence }) => {
    const named = units.slice(0, NAMED).map((unit) => fileName(fullName(unit)));
    return [
      kinds[of] ?? other,
      "766",
      period.replace("..", "_"),
      ...named,
      ...(units.length > named.length ? [more(units.length - named.length)] : []),
      ...(evidence?.provisional ? [provisional] : []),
      ...(evidence?.sample ? [sample] : []),
    ].join("-");
  };
}

import type { AnswerContext } from "#commands/define-command.ts";
import { expectEditor, isEditorOf } from "#commands/kit/expect.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import type { Original } from "#services/originals/originals.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply, ReplyFile } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { SourcesView } from "#services/results/views.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Unit } from "#services/units/unit.ts";

export interface OriginalsAsked {
  readonly scope: Unit;
  /** Whose files; null = of the version in force. */
  readonly version: number | null;
  /** From 1: which of several; 0 = not said. */
  readonly part: number;
}

/**
 * The files that a version was read from, as they were sent, to editors of its scope who write alone with the bot.
 * Rejects with the Refusals "private-only", "role-needed-there" and "no-version".
 */
export async function originals(
  { period, versions }: SourcesView,
  { scope, version, part }: OriginalsAsked,
  context: AnswerContext,
): Promise<Reply> {
  const { services, asker, t } = context;
  await expectEditor(scope, context);
  if (asker.chatKind !== "private") throw new Refusal("private-only", { command: "nguon" });
  const sheet = version === null ? versions.at(-1) : versions.find((one) => one.version === version);
  if (!sheet) throw new Refusal("no-version", { held: versions.map((one) => one.version) });
  const found = await originalsOf(sheet, context);
  const where = scopeWords(scope, asker.home, services);
  const numbered = found.map((_, i): Action => {
    const command = typed("/nguon", period, `bản ${sheet.version} bản gốc ${i + 1}`, where);
    return { label: t.sources.original(i + 1), command };
  });
  const back = { label: t.sources.allVersions, command: typed("/nguon", period, where) };
  const one = found[found.length === 1 && part === 0 ? 0 : part - 1];
  const title = t.sources.title({ scope, period, version: sheet.version });
  if (one) {
    const file = fileOf(one, context);
    return { text: lines(title, t.sources.originalSent(file.name)), file, actions: [[back]] };
  }
  const names = found.map((original, i) => `${i + 1}. ${nameOf(original, context)}`);
  const head = found.length > 0 ? t.sources.originals : t.sources.noOriginals;
  return { text: lines(title, head, ...names), actions: [...numbered.map((action) => [action]), [back]] };
}

/** On a button, to those who get them: the files of a version. */
export async function originalsAction(
  sheet: Sheet | undefined,
  scope: Unit,
  context: AnswerContext,
): Promise<readonly Action[]> {
  const { services, asker, t } = context;
  if (!sheet || asker.chatKind !== "private" || !(await isEditorOf(scope.id, context))) return [];
  if ((await originalsOf(sheet, context)).length === 0) return [];
  const where = scopeWords(scope, asker.home, services);
  const command = typed("/nguon", sheet.period, `bản ${sheet.version} bản gốc`, where);
  return [{ label: t.sources.openOriginals, command }];
}

async function originalsOf({ documents }: Sheet, { services }: AnswerContext): Promise<readonly Original[]> {
  const hashes = [...new Set(documents.map(({ hash }) => hash))];
  return (await Promise.all(hashes.map((hash) => services.originals.of(hash)))).flat();
}

const nameOf = ({ name, part }: Original, { t }: AnswerContext): string =>
  name === "" ? t.sources.unnamedOriginal(part) : name;

/** Whatever it is, nothing opens it by itself. */
const MEDIA_TYPE = "application/octet-stream";

function fileOf(original: Original, context: AnswerContext): ReplyFile {
  const { hash, part } = original;
  const { services } = context;
  return {
    name: nameOf(original, context),
    mediaType: MEDIA_TYPE,
    original: { hash, part },
    async bytes() {
      const bytes = await services.originals.bytes({ hash, part });
      if (!bytes) throw new Error("an original was deleted while it was answered with");
      return bytes;
    },
  };
}

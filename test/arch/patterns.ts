import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";

export interface FoundPattern {
  readonly pattern: RegExp;
  /** "services/text/fold.ts:9" */
  readonly at: string;
}

/** Every pattern written out in the product's sources. */
export function writtenPatterns(folders: readonly string[]): readonly FoundPattern[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:ts|mjs)$/u.test(file))
      .flatMap((file) => patternsOf(`${folder}/${file}`)),
  );
}

function patternsOf(file: string): readonly FoundPattern[] {
  const found: FoundPattern[] = [];
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const line = source.getLineAndCharacterOfPosition(node.pos).line + 1;
      found.push({
        pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)),
        at: `${file}:${line}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every pattern that sources build when they are loaded: what they write out in pieces. */
export async function builtPatterns(files: readonly string[]): Promise<readonly FoundPattern[]> {
  const found: FoundPattern[] = [];
  const Native = globalThis.RegExp;
  let at = "";
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args, newTarget) {
      const pattern = Reflect.construct(target, args, newTarget);
      found.push({ pattern, at });
      return pattern;
    },
  });
  try {
    for (const file of files) {
      at = file;
      // The mark makes it load anew, where another test of the process has loaded it.
      await import(/* @vite-ignore */ `${resolve(file)}?anew`);
    }
  } finally {
    globalThis.RegExp = Native;
  }
  return found;
}

const MARKS = [..." \t\n1aAạ.,-(|_*/:<%@#\u0301;=&"];

/** What a pattern may be led to look at again and again: marks, and the words it speaks of. */
export function nastyTexts({ source }: RegExp, length: number): readonly string[] {
  const words = [...new Set(source.match(/[\p{L}\d]{2,}/gu) ?? [])].slice(0, MOST_WORDS);
  const units = [
    ...MARKS,
    "1.",
    "1 ",
    "a ",
    "A ",
    "Aa ",
    "a\n",
    " \n",
    "- ",
    ", ",
    "1/",
    "ab, ",
    ...words,
    ...words.map((word) => `${word} `),
  ];
  return units.flatMap((unit) => {
    const body = unit.repeat(Math.ceil(length / unit.length));
    return [`${body}\u0000`, ...words.slice(0, 3).map((word) => `${word} ${body}\u0000`), `\u0000${body}`];
  });
}

const MOST_WORDS = 12;

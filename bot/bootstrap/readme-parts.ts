/**
 * Puts generated text between `<!-- name -->` and `<!-- /name -->`, leaving all else as it is. Throws when a part has
 * no such pair of markers.
 */
export function withParts(readme: string, parts: Readonly<Record<string, string>>): string {
  let result = readme;
  for (const [name, content] of Object.entries(parts)) {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = result.indexOf(open);
    const to = result.indexOf(close);
    if (from < 0 || to < from) throw new Error(`README has no ${open} … ${close}`);
    result = `${result.slice(0, from + open.length)}\n${content}\n${result.slice(to)}`;
  }
  return result;
}

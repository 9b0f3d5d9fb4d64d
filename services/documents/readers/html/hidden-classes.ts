/** Whether an element of this name with these classes, parted by spaces, is not shown. */
export type HidesClass = (name: string, classes: string) => boolean;

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu;
/** "p.note", ".note": what programs write; of other selectors nothing is known. */
const CLASS = /^([a-z][a-z\d]*)?\.([\w-]+)$/iu;

/** Whether declarations hide what they are for, as browsers and Word read them. */
export const hides = (declarations: string): boolean => HIDING.test(declarations);

/** What the style sheets within a page hide by class; the later of two rules holds. Rules for some media alone are left. */
export function classesHidden(html: string): HidesClass {
  const rules = new Map<string, boolean>();
  for (const [selectors, declarations] of rulesIn(stylesIn(html)))
    if (/(?:display|visibility|mso-hide)\s*:/iu.test(declarations))
      for (const selector of selectors.split(",")) {
        const [, element = "", name] = CLASS.exec(selector.trim()) ?? [];
        if (name) rules.set(`${element.toLowerCase()}.${name}`, hides(declarations));
      }
  return (element, classes) =>
    rules.size > 0 &&
    classes.split(/\s+/u).some((name) => rules.get(`${element}.${name}`) ?? rules.get(`.${name}`) ?? false);
}

function stylesIn(html: string): string {
  const small = html.toLowerCase();
  let styles = "";
  for (let at = small.indexOf("<style"); at >= 0; ) {
    const end = small.indexOf("</style", at);
    if (end < 0) break;
    styles += `${html.slice(html.indexOf(">", at) + 1, end)}\n`;
    at = small.indexOf("<style", end);
  }
  return styles.replace(/<!--|-->/gu, " ");
}

/** Selectors and declarations outside of any block. */
function rulesIn(styles: string): readonly (readonly [selectors: string, declarations: string])[] {
  const rules: [string, string][] = [];
  let depth = 0;
  let selectors = "";
  let text = "";
  for (const piece of withoutComments(styles).split(/([{}])/u)) {
    if (piece === "{") {
      if (depth === 0) selectors = text.slice(text.lastIndexOf(";") + 1);
      depth += 1;
    } else if (piece === "}") {
      if (depth === 1 && !selectors.trimStart().startsWith("@")) rules.push([selectors, text]);
      depth = Math.max(0, depth - 1);
    }
    text = piece === "{" || piece === "}" ? "" : piece;
  }
  return rules;
}

function withoutComments(styles: string): string {
  return styles
    .split("/*")
    .map((piece, i) =>
      i === 0 ? piece : piece.slice(piece.includes("*/") ? piece.indexOf("*/") + 2 : piece.length),
    )
    .join(" ");
}

import { walkXml } from "#services/documents/readers/packages/xml.ts";

/** What of a style decides which text a paragraph has. */
export interface Style {
  /** Its text is hidden. */
  readonly isHidden: boolean;
  /** Its paragraphs are of a numbered list. */
  readonly list: string | null;
  readonly level: number;
}

interface Draft {
  isHidden: boolean | null;
  list: string | null;
  level: number | null;
  base: string | null;
}

const PLAIN: Style = { isHidden: false, list: null, level: 0 };
/** Styles that rest on each other; a circle would have no end. */
const MOST_BASES = 12;

/** The styles of the part styles.xml by their ids, with what they take over from those they rest on. */
export function readStyles(part: Uint8Array | undefined): (id: string | null) => Style {
  const drafts = draftsIn(part);
  return (id) => {
    let style: Style = PLAIN;
    const chain: Draft[] = [];
    for (let at = id; at !== null && chain.length < MOST_BASES; at = chain.at(-1)?.base ?? null) {
      const draft = drafts.get(at);
      if (!draft) break;
      chain.push(draft);
    }
    for (const draft of chain.reverse())
      style = {
        isHidden: draft.isHidden ?? style.isHidden,
        list: draft.list ?? style.list,
        level: draft.level ?? style.level,
      };
    return style;
  };
}

function draftsIn(part: Uint8Array | undefined): ReadonlyMap<string, Draft> {
  const drafts = new Map<string, Draft>();
  let draft: Draft | null = null;
  walkXml(part, {
    open(name, attributes) {
      const value = attributes["w:val"] ?? null;
      if (name === "w:style") {
        draft = { isHidden: null, list: null, level: null, base: null };
        drafts.set(attributes["w:styleId"] ?? "", draft);
      }
      if (!draft) return;
      if (name === "w:basedOn") draft.base = value;
      if (name === "w:vanish") draft.isHidden = isOn(value);
      if (name === "w:numId") draft.list = value;
      if (name === "w:ilvl") draft.level = Number(value);
    },
    close(name) {
      if (name === "w:style") draft = null;
    },
  });
  return drafts;
}

/** A property that is given without a value is on. */
export function isOn(value: string | null | undefined): boolean {
  return value !== "0" && value !== "false" && value !== "off";
}

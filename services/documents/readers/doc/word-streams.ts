import { DocumentRefused } from "#services/documents/refused.ts";

/** Where, in the table of places at the head of a file, each thing stands ([MS-DOC] 2.5.5: FibRgFcLcb97). */
const PLACES = { characters: 12, paragraphs: 13, pieces: 33, lists: 73, listUses: 74 } as const;
const FIRST_PLACE = 0x9a;

/** Parts of the text in the order in which they lie in it, with the place of their lengths (FibRgLw97). */
const STORIES = [
  ["body", 0x4c],
  ["footnotes", 0x50],
  ["headers", 0x54],
  ["macros", 0x58],
  ["comments", 0x5c],
  ["endnotes", 0x60],
  ["boxes", 0x64],
] as const;

export type Story = (typeof STORIES)[number][0];

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface WordStreams {
  /** Text and properties. */
  readonly main: DataView;
  /** Where they lie. */
  readonly table: DataView;
  /** Properties that are too long for the other; null = none are. */
  readonly data: DataView | null;
  readonly stories: Readonly<Record<Story, Range>>;
  place(of: keyof typeof PLACES): Range;
}

const MAGIC = 0xa5ec;
/** Of Word 97; older ones are built otherwise. */
const OLDEST = 0xc1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;

/** The streams of a .doc. `stream` finds one by its name. Throws DocumentRefused. */
export function openWordStreams(stream: (name: string) => Uint8Array | null): WordStreams {
  const main = viewOf(stream("WordDocument"));
  if (main.getUint16(0, true) !== MAGIC) throw new DocumentRefused("damaged");
  const flags = main.getUint16(0x0a, true);
  if (flags & ENCRYPTED) throw new DocumentRefused("password");
  if (main.getUint16(2, true) < OLDEST) throw new DocumentRefused("too-old");
  const table = viewOf(stream(flags & SECOND_TABLE ? "1Table" : "0Table"));
  const data = stream("Data");
  return {
    main,
    table,
    data: data ? viewOf(data) : null,
    stories: storiesOf(main),
    place(of) {
      const at = FIRST_PLACE + 8 * PLACES[of];
      const from = main.getUint32(at, true);
      return { from, to: from + main.getUint32(at + 4, true) };
    },
  };
}

function viewOf(bytes: Uint8Array | null): DataView {
  if (!bytes) throw new DocumentRefused("damaged");
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function storiesOf(main: DataView): Readonly<Record<Story, Range>> {
  let from = 0;
  const ranges = STORIES.map(([story, at]) => {
    const to = from + main.getUint32(at, true);
    const range = { from, to };
    from = to;
    return [story, range] as const;
  });
  return Object.fromEntries(ranges) as Record<Story, Range>;
}

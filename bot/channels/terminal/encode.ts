import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Reply } from "#services/reply/reply.ts";

/** A reply as the terminal prints it, and as `ask --json` writes it. */
export interface TerminalMessage {
  readonly text: string;
  readonly image: {
    readonly path: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  } | null;
  readonly file: { readonly path: string; readonly name: string } | null;
  readonly actions: readonly { readonly label: string; readonly command: string }[];
  readonly refused?: string;
}

/** Where pictures and files go; asked for only when there is one. */
export type Folder = () => Promise<string>;

/** Writes the reply's picture and file into `folder`. A picture that cannot be drawn is left out: the text has it. */
export async function encode(reply: Reply, folder: Folder): Promise<TerminalMessage> {
  return {
    text: reply.text.text,
    image: await savePicture(reply, folder),
    file: await saveFile(reply, folder),
    actions: reply.actions.flat(),
    ...(reply.refused === undefined ? {} : { refused: reply.refused }),
  };
}

/** Pictures that differ never take one another's place. */
const KEY_LETTERS = 8;

async function savePicture({ picture }: Reply, folder: Folder): Promise<TerminalMessage["image"]> {
  const bytes = await picture?.bytes("png").catch(() => null);
  if (!picture || !bytes) return null;
  const { name, key } = picture;
  const path = join(
    await folder(),
    `${name === undefined ? "" : `${name}-`}${key.slice(0, KEY_LETTERS)}.png`,
  );
  await save(path, bytes);
  return { path, width: picture.width, height: picture.height, alt: picture.alt };
}

async function saveFile({ file }: Reply, folder: Folder): Promise<TerminalMessage["file"]> {
  if (!file) return null;
  const path = join(await folder(), file.name);
  await save(path, await file.bytes());
  return { path, name: file.name };
}

async function save(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, bytes);
}

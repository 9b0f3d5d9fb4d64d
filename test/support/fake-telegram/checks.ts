import { badRequest } from "#test/support/fake-telegram/api-error.ts";
import { isUpload, type Payload } from "#test/support/fake-telegram/body.ts";
import { imageSize } from "#test/support/fake-telegram/image-size.ts";
import type { FakeEntity, FakeFile, FakeKeyboard, World } from "#test/support/fake-telegram/world.ts";

const MOST_TEXT = 4096;
const MOST_CAPTION = 1024;
const MOST_BUTTON_BYTES = 64;
const MOST_PHOTO_BYTES = 10 * 1024 * 1024;

export interface CheckedText {
  readonly text: string;
  readonly entities: readonly FakeEntity[];
}

export function checkText(payload: Payload): CheckedText {
  const checked = checkStyled(payload.text, payload.entities);
  if (checked.text === "") throw badRequest("message text is empty");
  if (checked.text.length > MOST_TEXT) throw badRequest("message is too long");
  return checked;
}

/** Null when there is none. */
export function checkCaption(payload: Payload): CheckedText | null {
  const checked = checkStyled(payload.caption ?? "", payload.caption_entities);
  if (checked.text.length > MOST_CAPTION) throw badRequest("message caption is too long");
  return checked.text === "" ? null : checked;
}

/** Trimmed as Telegram trims, the entities moved and cut along. */
function checkStyled(raw: unknown, given: unknown): CheckedText {
  if (typeof raw !== "string") throw badRequest("message text is empty");
  const entities = (given ?? []) as readonly FakeEntity[];
  for (const entity of entities) checkEntity(raw, entity);
  const text = raw.trim();
  const lead = raw.length - raw.trimStart().length;
  const moved = entities.map((entity) => {
    const start = Math.max(entity.offset - lead, 0);
    const end = Math.min(entity.offset + entity.length - lead, text.length);
    return { ...entity, offset: start, length: end - start };
  });
  return { text, entities: moved.filter((entity) => entity.length > 0) };
}

function checkEntity(text: string, { offset, length }: FakeEntity): void {
  if (offset < 0 || length <= 0 || offset + length > text.length) throw badRequest("ENTITY_BOUNDS_INVALID");
  for (const edge of [offset, offset + length]) {
    const isInside = /[\ud800-\udbff]/.test(text[edge - 1] ?? "") && /[\udc00-\udfff]/.test(text[edge] ?? "");
    if (isInside) throw badRequest(`entity begins or ends in a middle of a UTF-16 symbol at offset ${edge}`);
  }
}

export function checkKeyboard(markup: unknown): FakeKeyboard | null {
  if (markup === undefined || markup === null) return null;
  // Taken by the asked person's app, and no part of the message.
  if ("force_reply" in (markup as object)) return null;
  const keyboard = markup as FakeKeyboard;
  for (const { text, callback_data: data } of keyboard.inline_keyboard.flat()) {
    const bytes = Buffer.byteLength(data ?? "");
    if (!text?.trim()) throw badRequest("can't parse inline keyboard button: Text is empty");
    if (bytes < 1 || bytes > MOST_BUTTON_BYTES) throw badRequest("BUTTON_DATA_INVALID");
  }
  return keyboard.inline_keyboard.flat().length > 0 ? keyboard : null;
}

export interface CheckedFile extends FakeFile {
  readonly fileId: string;
}

/** The file a parameter names: an upload, which is stored, or an id given out before. */
export function checkFile(world: World, kind: FakeFile["kind"], value: unknown): CheckedFile {
  if (isUpload(value)) {
    const size = kind === "photo" ? checkPhoto(value.bytes) : { width: 0, height: 0 };
    const file: FakeFile = { kind, name: value.name, bytes: value.bytes, ...size };
    const fileId = world.nextFileId(kind);
    world.files.set(fileId, file);
    return { ...file, fileId };
  }
  const known = world.files.get(String(value));
  if (!known)
    throw badRequest("wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
  if (known.kind !== kind) throw badRequest(`can't use file of type ${known.kind} as ${kind}`);
  return { ...known, fileId: String(value) };
}

function checkPhoto(bytes: Uint8Array) {
  if (bytes.length > MOST_PHOTO_BYTES) throw badRequest("file is too big");
  const size = imageSize(bytes);
  if (!size) throw badRequest("IMAGE_PROCESS_FAILED");
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > 10_000 || ratio > 20) throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return size;
}

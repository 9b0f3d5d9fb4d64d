import type { Action } from "#services/reply/reply.ts";

/** A button that does something with a preview: "xem 7KQ2AB". */
export const act = (label: string, words: string): Action => ({ label, command: `/nhap ${words}` });

/** A button that says something of a preview, as it would be typed: "kỳ 2024-08". */
export const say = (label: string, code: string, words: string): Action => ({
  label,
  command: `/nhap #${code} ${words}`,
});

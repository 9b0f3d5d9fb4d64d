import { html } from "hono/html";
import type { Part } from "#bot/operations/page/frame.ts";
import type { Frame } from "#bot/operations/view.ts";

/** The way to the page before and the one after; `path` ends where the page's number is to be named. */
export function turning(
  { page, pages }: { readonly page: number; readonly pages: number },
  path: string,
  { t }: Frame,
): Part {
  const words = t.operations;
  if (pages === 1) return html``;
  const to = (n: number, label: string): Part => html`<a href="${path}trang=${n}">${label}</a>`;
  return html`<p class="turning">${page > 1 ? to(page - 1, words.newer) : ""}
    <span class="quiet">${words.page(page, pages)}</span>
    ${page < pages ? to(page + 1, words.older) : ""}</p>`;
}

import { html } from "hono/html";
import type { SetupWords } from "#locales/words/setup.ts";

type Privacy = SetupWords["channel"]["privacy"];

/** Two messages in a group: one that the bot hears in Telegram's privacy mode, one that it does not. */
export function heardPicture({ command, question, heard, unheard }: Privacy) {
  return html`<svg class="picture" viewBox="0 0 460 132" role="img" aria-label="${command}: ${heard}. ${question}: ${unheard}.">
    <rect class="bubble" x="2" y="6" width="250" height="50" rx="16"/>
    <text x="20" y="37">${command}</text>
    <path class="yes" d="M264 31h34m-9-8 9 8-9 8"/>
    <text class="yes-text" x="312" y="37">${heard}</text>
    <rect class="bubble" x="2" y="74" width="250" height="50" rx="16"/>
    <text x="20" y="105">${question}</text>
    <path class="no" d="M264 99h34M275 89l20 20m0-20-20 20"/>
    <text class="no-text" x="312" y="105">${unheard}</text>
  </svg>`;
}

/** Who calls whom: the bot its platforms, or they the bot at its public address. */
export function webhookPicture({ polling, webhook, bot }: SetupWords["network"]["picture"]) {
  return html`<svg class="picture" viewBox="0 0 460 132" role="img" aria-label="${bot}: ${polling}; ${webhook}.">
    ${row(6, bot, polling, "M132 31h176m-9-8 9 8-9 8")}
    ${row(74, bot, webhook, "M308 99H132m9-8-9 8 9 8")}
  </svg>`;
}

function row(y: number, bot: string, label: string, arrow: string) {
  return html`<rect class="bubble" x="2" y="${y}" width="120" height="50" rx="12"/>
    <text x="62" y="${y + 31}" text-anchor="middle">${bot}</text>
    <path class="yes" d="${arrow}"/>
    <text class="small" x="220" y="${y + 17}" text-anchor="middle">${label}</text>
    <rect class="bubble" x="318" y="${y}" width="140" height="50" rx="12"/>
    <text x="388" y="${y + 31}" text-anchor="middle">Zalo, Telegram</text>`;
}

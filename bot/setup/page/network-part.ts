import { html } from "hono/html";
import { shownProxy } from "#bot/outgoing/proxies.ts";
import { field, form } from "#bot/setup/page/form.ts";
import { webhookPicture } from "#bot/setup/page/pictures.ts";
import type { SetupView } from "#bot/setup/page/view.ts";

/** The way out and the way in. A proxy's address may hold a password: only its host is shown again. */
export function networkPart(view: SetupView) {
  const { network } = view.words;
  const { config, told } = view;
  const typed = told?.step === "network" && told.outcome.kind === "refused" ? told.typed : null;
  const proxy = config.proxies.https;
  const isCalled = (config.zalo ?? config.telegram)?.mode === "webhook";
  return html`${config.publicBaseUrl ? html`<p class="now">${network.now(config.publicBaseUrl)}</p>` : ""}
  ${form(
    "network",
    view,
    html`${field({
      name: "proxy",
      label: network.proxy.label,
      hint: proxy ? network.proxy.kept(shownProxy(proxy)) : network.proxy.hint,
      secret: true,
    })}
    ${field({
      name: "address",
      label: network.address.label,
      hint: network.address.hint,
      value: typed?.address ?? config.publicBaseUrl ?? "",
    })}
    <label class="choice"><input type="checkbox" name="webhook" value="1"${isCalled ? html` checked` : ""}><span>${network.webhook.label}</span></label>
    <p class="quiet">${network.webhook.hint}</p>
    ${webhookPicture(network.picture)}
    <button>${network.save}</button>`,
  )}
  ${zaloPart(view)}`;
}

/** Zalo posts to the address only once it is told to, and as long as it is not told to stop. */
function zaloPart(view: SetupView) {
  const { network } = view.words;
  const { zalo, publicBaseUrl } = view.config;
  if (!zalo) return "";
  const act = zalo.mode === "webhook" && publicBaseUrl !== null ? "set" : "delete";
  const { label, hint } = network.zalo[act];
  return form(
    "network",
    view,
    html`<p class="quiet">${hint}</p><button name="zalo" value="${act}" class="plain">${label}</button>`,
  );
}

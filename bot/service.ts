import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { readConfig } from "#bot/config/config.ts";
import { type ServiceManager, ServiceRefused } from "#bot/service/manager.ts";
import { openManager } from "#bot/service/open-manager.ts";
import { addressOf, untilAnswers } from "#bot/service/until-answers.ts";
import { explain } from "#bot/wiring/explain.ts";
import { catalogOf } from "#locales/catalogs.ts";

const catalog = catalogOf(process.env.LOCALE);
const words = catalog.service;

process.exitCode = await main(process.argv[2] ?? "").catch((error: unknown) => {
  const refusal =
    error instanceof ServiceRefused ? words.refused[error.fault](error.detail) : explain(error, catalog);
  console.error(refusal ?? error);
  return 1;
});

/** install, remove or status; the exit code of `status` is 0 only where the bot runs. */
async function main(wish: string): Promise<number> {
  const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
  const manager = await openManager({ root, node: process.execPath }, process.env);
  if (!manager) throw new ServiceRefused("manager");
  if (wish === "install") return install(manager, root);
  if (wish === "remove") return say((await manager.remove()) ? words.removed : words.state.none, 0);
  if (wish === "status") return status(manager);
  return say(words.usage, 1);
}

async function install(manager: ServiceManager, root: string): Promise<number> {
  const { host, port } = readConfig(process.env);
  const { kind } = await manager.state();
  const runsElsewhere = kind !== "running" && (await answers(host, port));
  if (runsElsewhere) return say(words.runsElsewhere({ port }), 1);
  const installed = await manager.install();
  if (port !== 0 && !(await untilAnswers(host, port))) return say(words.silent({ ...installed, port }), 1);
  return say(words.installed({ ...installed, folder: root }), 0);
}

async function status(manager: ServiceManager): Promise<number> {
  const state = await manager.state();
  if (state.kind === "none") return say(words.state.none, 1);
  return say(words.state[state.kind](state), state.kind === "running" ? 0 : 1);
}

function say(line: string, code: number): number {
  console.log(line);
  return code;
}

/** Somebody listens there. */
function answers(host: string, port: number): Promise<boolean> {
  if (port === 0) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect({ host: addressOf(host), port, timeout: 2_000 });
    const settle = (isThere: boolean) => () => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("connect", settle(true)).once("error", settle(false)).once("timeout", settle(false));
  });
}

// Stands for systemctl over one folder of unit files; refuses what the real one refuses, in its words and codes.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { FAKE_UNITS = "", FAKE_STATE = "", FAKE_SCOPE = "", FAKE_BUS = "there" } = process.env;
const given = process.argv.slice(2);
const isUser = given[0] === "--user";
const [verb, ...args] = isUser ? given.slice(1) : given;
const state = existsSync(FAKE_STATE) ? JSON.parse(readFileSync(FAKE_STATE, "utf8")) : { known: [] };
const unit = args.find((arg) => arg.endsWith(".service")) ?? "";

if (FAKE_BUS !== "there") fail("Failed to connect to bus: No medium found", 1);
if (isUser !== (FAKE_SCOPE === "user")) fail("Failed to connect to bus: Operation not permitted", 1);

switch (verb) {
  case "daemon-reload":
    state.known = existsSync(join(FAKE_UNITS, "bot766.service")) ? ["bot766.service"] : [];
    break;
  case "enable":
    if (!existsSync(join(FAKE_UNITS, unit)))
      fail(`Failed to enable unit: Unit file ${unit} does not exist.`, 1);
    state.enabled = true;
    break;
  case "restart":
    if (!state.known.includes(unit)) fail(`Failed to restart ${unit}: Unit ${unit} not found.`, 5);
    state.active = "active";
    break;
  case "disable":
    if (!state.known.includes(unit)) fail(`Failed to disable unit: Unit file ${unit} does not exist.`, 1);
    state.enabled = false;
    if (args.includes("--now")) state.active = "inactive";
    break;
  case "show":
    if (!args.includes("--property=ActiveState,UnitFileState")) fail("what is not shown here", 1);
    console.log(`ActiveState=${state.active ?? "inactive"}`);
    console.log(`UnitFileState=${state.enabled ? "enabled" : "disabled"}`);
    break;
  default:
    fail(`Unknown command verb ${verb}.`, 1);
}
writeFileSync(FAKE_STATE, JSON.stringify(state));

function fail(words, code) {
  console.error(words);
  process.exit(code);
}

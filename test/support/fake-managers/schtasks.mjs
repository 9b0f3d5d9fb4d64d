// Stands for schtasks of Windows, with one task; refuses what the real one refuses.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseDocument } from "htmlparser2";

const { FAKE_STATE = "", FAKE_RIGHTS = "admin" } = process.env;
const [verb, ...args] = process.argv.slice(2);
const state = existsSync(FAKE_STATE) ? JSON.parse(readFileSync(FAKE_STATE, "utf8")) : {};
const after = (name) => args[args.indexOf(name) + 1] ?? "";
const isForced = args.includes("/F");
const task = args.includes("/TN")
  ? after("/TN")
  : fail("ERROR: Invalid syntax. Mandatory option 'tn' is missing.");
const unknown = args.find(
  (arg, i) => arg.startsWith("/") && !["/TN", "/XML", "/F"].includes(arg) && args[i - 1] !== "/XML",
);
if (unknown) fail(`ERROR: Invalid argument/option - '${unknown}'.`);

if (verb === "/Create") create();
else if (!state[task]) fail("ERROR: The system cannot find the file specified.");
else if (verb === "/Run") state[task].runs += 1;
else if (verb === "/Delete" && isForced) delete state[task];
else if (verb !== "/Query" && verb !== "/End") fail(`ERROR: Invalid argument/option - '${verb}'.`);
writeFileSync(FAKE_STATE, JSON.stringify(state));

function create() {
  if (FAKE_RIGHTS !== "admin") fail("ERROR: Access is denied.");
  // It asks, and nobody answers.
  if (state[task] && !isForced) fail("WARNING: The task name already exists.");
  const bytes = readFileSync(after("/XML"));
  if (bytes[0] !== 0xff || bytes[1] !== 0xfe)
    fail("ERROR: The task XML is malformed. (1,40):: switch encoding");
  const xml = bytes.subarray(2).toString("utf16le");
  if (!xml.startsWith('<?xml version="1.0" encoding="UTF-16"?>')) fail("ERROR: The task XML is malformed.");
  const given = childrenOf(parseDocument(xml, { xmlMode: true })).find((one) => one.name === "Task");
  if (given?.attribs.xmlns !== "http://schemas.microsoft.com/windows/2004/02/mit/task")
    fail("ERROR: The task XML contains a value which is incorrectly formatted or out of range.");
  const order = ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"];
  const parts = childrenOf(given).map((one) => one.name);
  if (JSON.stringify(parts) !== JSON.stringify(order))
    fail("ERROR: The task XML contains an unexpected node.");
  const values = Object.fromEntries(leavesOf(given));
  const { Command = "", WorkingDirectory = "", ExecutionTimeLimit = "" } = values;
  if (Command === "") fail("ERROR: The task XML is missing a required element or attribute. Command");
  if (WorkingDirectory.includes('"')) fail("ERROR: The directory name is invalid.");
  if (!/^P(?:T?\d+[DHMS])+$/u.test(ExecutionTimeLimit)) fail("ERROR: ExecutionTimeLimit is out of range.");
  state[task] = { runs: 0, values };
}

function childrenOf(node) {
  return node.children.filter((one) => one.type === "tag");
}

function leavesOf(node) {
  const inner = childrenOf(node);
  if (inner.length > 0) return inner.flatMap(leavesOf);
  return [[node.name, node.children.map((one) => one.data).join("")]];
}

function fail(words) {
  console.error(words);
  process.exit(1);
}

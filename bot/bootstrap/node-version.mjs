import { say, words } from "./say.mjs";

/** Ends the process with one sentence on a Node.js older than 20.19. */
export function requireNode() {
  if (isSupported(process.versions.node)) return;
  say(words.oldNode(process.versions.node));
  process.exit(1);
}

function isSupported(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

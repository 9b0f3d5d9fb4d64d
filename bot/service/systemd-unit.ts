import { dirname, join } from "node:path";
import type { Place } from "#bot/service/manager.ts";

export interface UnitOptions extends Place {
  /** Whose rights the bot has, where the system's own systemd starts it; null = the one whose systemd it is. */
  readonly user: string | null;
}

/** After so long without a word systemd kills it; the bot ends by itself within ten seconds. */
const STOP_SECONDS = 30;
/** A store that is not up yet, or a fault: tried again without end, since nobody sits beside it. */
const AGAIN_SECONDS = 15;

/** The unit file that runs the bot (systemd.service(5), systemd.exec(5)). Folders may have any letter but a control. */
export function systemdUnit({ root, node, user }: UnitOptions): string {
  const script = join(root, "bot", "bootstrap", "run.mjs");
  const words = [node, "--max-semi-space-size=2", script, "bot/main.ts"];
  // The npm that lies beside Node installs what a newer version of the bot needs.
  const path = [dirname(node), "/usr/local/bin", "/usr/bin", "/bin"].join(":");
  return `[Unit]
Description=Bot 766
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=0

[Service]
${user === null ? "" : `User=${user}\n`}WorkingDirectory=${plain(root)}
Environment=${quoted(`PATH=${path}`)}
ExecStart=${words.map((word) => quoted(word, "command")).join(" ")}
Restart=always
RestartSec=${AGAIN_SECONDS}
KillMode=mixed
TimeoutStopSec=${STOP_SECONDS}
UMask=0077
NoNewPrivileges=yes

[Install]
WantedBy=${user === null ? "default.target" : "multi-user.target"}
`;
}

/** The folder that a unit file of ours runs; null = it names none. */
export function folderOfUnit(unit: string): string | null {
  const written = /^WorkingDirectory=(.+)$/m.exec(unit)?.[1];
  return written === undefined ? null : written.replaceAll("%%", "%");
}

/** A whole value: only the sign of systemd's own names means something in it. */
const plain = (text: string): string => text.replaceAll("%", "%%");

/** One word of several. In a command a dollar would name a variable. */
function quoted(word: string, kind: "value" | "command" = "value"): string {
  const escaped = plain(word).replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `"${kind === "command" ? escaped.replaceAll("$", "$$$$") : escaped}"`;
}

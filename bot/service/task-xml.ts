import { win32 } from "node:path";
import type { Place } from "#bot/service/manager.ts";

export interface TaskOptions extends Place {
  /** As Windows names persons: "MAY-TINH\\van thu". */
  readonly user: string;
}

/**
 * The task that runs the bot from the machine's start, whether its owner is logged in or not, with no more rights than
 * theirs and without a password being kept (Task Scheduler schema 1.2; S4U). Elements stand in the order of the schema.
 */
export function taskXml({ root, node, user }: TaskOptions): string {
  const script = win32.join(root, "bot", "bootstrap", "keep-running.mjs");
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Bot 766</Description>
  </RegistrationInfo>
  <Triggers>
    <BootTrigger>
      <Enabled>true</Enabled>
    </BootTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>${escaped(user)}</UserId>
      <LogonType>S4U</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure>
      <Interval>PT1M</Interval>
      <Count>255</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${escaped(node)}</Command>
      <Arguments>"${escaped(script)}"</Arguments>
      <WorkingDirectory>${escaped(root)}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
`;
}

/** Of little-endian UTF-16. */
const BYTE_ORDER_MARK = Buffer.from([0xff, 0xfe]);

/** As schtasks reads it: UTF-16 behind its mark. */
export function taskFile(xml: string): Buffer {
  return Buffer.concat([BYTE_ORDER_MARK, Buffer.from(xml.replaceAll("\n", "\r\n"), "utf16le")]);
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

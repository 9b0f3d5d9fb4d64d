import { defineCommand } from "#commands/define-command.ts";
import { portalBrief } from "#commands/parts/portal-lines.ts";
import { lines } from "#services/reply/text.ts";

/** How the bot itself is doing. */
export const state = defineCommand({
  name: "trangthai",
  words: (t) => t.state,
  sisters: ["status"],
  role: "operator",
  onlyReads: true,
  slots: {},

  async run({ services, t }) {
    const report = await services.status();
    const { newest, deliveries, chats } = report;
    const scope = newest && services.units.get(newest.scope);
    return {
      text: lines(
        t.state.title,
        t.state.program({ version: report.version, since: services.local(report.startedAt) }),
        t.state.channels(report.channels),
        ...report.allowances.map(t.platforms.allowance),
        t.state.store(report.storeMs),
        t.backup.state(report.backup, services.local),
        t.state.sheets(report.sheets),
        newest && scope && t.state.newest({ ...newest, scope, at: services.local(newest.createdAt) }),
        t.state.deliveries(deliveries),
        t.state.chats(chats),
        t.state.memory(report.memoryMb),
        ...portalBrief(await services.portal.status(), services, t),
      ),
      actions: [
        [
          { label: t.state.refresh, command: "/trangthai" },
          { label: t.rights.actions.list, command: "/quyen" },
        ],
      ],
    };
  },
});

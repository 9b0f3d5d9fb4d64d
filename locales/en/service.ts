import type { ServiceWords } from "#locales/words/service.ts";

const withDetail = (sentence: string, detail: string): string =>
  detail === "" ? sentence : `${sentence}\nThe system says: ${detail}`;

const facts = ({ isEnabled, log }: { isEnabled: boolean; log: string }): string =>
  [
    isEnabled
      ? "Started with the machine: yes"
      : "Started with the machine: NO (install again: npm run service -- install)",
    `Log: ${log}`,
  ].join("\n");

export const service: ServiceWords = {
  usage: [
    "npm run service -- install   makes Bot 766 a service that runs from the machine's start",
    "npm run service -- status    whether it runs, and where its log is",
    "npm run service -- remove    stops it and takes it off; data stay as they are",
  ].join("\n"),
  installed: ({ folder, fromStart, log }) =>
    [
      `The service bot766 is installed; the bot runs from ${folder}.`,
      fromStart
        ? "From now on it runs from the machine's start, and starts again after a fault; this window may be closed."
        : "It runs only while you are logged in. To run from the machine's start: sudo npm run service -- install",
      "How it is: npm run service -- status",
      `Log: ${log}`,
    ].join("\n"),
  silent: ({ port, log }) =>
    [
      `The service bot766 is installed, but after a minute the bot does not answer on port ${port}.`,
      `Its log says why: ${log}`,
      "Once mended, type npm run service -- install again; or take it off: npm run service -- remove",
    ].join("\n"),
  removed:
    "The service bot766 is stopped and taken off. Data and settings stay; to run it by hand: npm start",
  runsElsewhere: ({ port }) =>
    `Port ${port} is in use, perhaps by the bot in another window. Stop it there (Ctrl+C), then install again.`,
  state: {
    none: "The service bot766 is not installed. To install it: npm run service -- install",
    running: (state) => `Service bot766: running\n${facts(state)}`,
    restarting: (state) => `Service bot766: failed, being started again (see its log)\n${facts(state)}`,
    stopped: (state) => `Service bot766: STOPPED (see its log)\n${facts(state)}`,
  },
  refused: {
    admin: (detail) =>
      withDetail(
        "You may not install services here. On Windows open PowerShell with Run as administrator and type it again; on Linux see whether you may write where the system says.",
        detail,
      ),
    folder: (detail) =>
      `A service bot766 already runs from another folder: ${detail}. Remove it there first: npm run service -- remove`,
    path: (detail) =>
      `The folder's name has a letter that the system does not take (such as % or a double quote): ${detail}. Move the bot to another folder, such as bot766.`,
    manager: (detail) =>
      withDetail(
        "This machine's service manager cannot be used (systemd on Linux, the Task Scheduler on Windows). On Linux, without administrator rights yet, try: sudo npm run service -- install. Without systemd use Docker or npm start.",
        detail,
      ),
  },
};

/**
 * The architecture, as rules a machine checks: bot → commands → services ← locales (types only).
 * Each comment says what to do instead; test/arch trips every rule with a bad example.
 */
const CHANNEL_LIBRARIES = "node_modules/(grammy|@grammyjs|hono|@hono)/";
const DRIVER_LIBRARIES = "node_modules/(libsql|@libsql|ioredis)/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      comment: "Two files that need each other are one idea or three: move what both need into a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-circular-rooms",
      comment: "Two folders that need each other are one room or three: move what both need below them.",
      severity: "error",
      scope: "folder",
      from: {},
      to: { circular: true },
    },
    {
      name: "not-unresolvable",
      comment: "An import the rules cannot follow is one they cannot judge: write it as #folder/file.ts.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "services-know-nothing-above",
      comment:
        "The domain answers with values and throws codes: pass in what it needs, let commands and bot use it.",
      severity: "error",
      from: { path: "^services/" },
      to: { path: "^(bot|commands|locales)/" },
    },
    {
      name: "services-know-no-channel-library",
      comment: "Platforms are spoken to in bot/ only: take a Channel, or a function, as an option.",
      severity: "error",
      from: { path: "^(services|commands|locales)/" },
      to: { path: CHANNEL_LIBRARIES },
    },
    {
      name: "commands-below-bot",
      comment:
        "A command is data and run() → Reply: what it needs from outside comes through its services argument.",
      severity: "error",
      from: { path: "^commands/" },
      to: { path: "^bot/" },
    },
    {
      name: "commands-hold-no-words",
      comment: "Import the Catalog's type only; its words come to run() as t.",
      severity: "error",
      from: { path: "^commands/" },
      to: { path: "^locales/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "commands-do-not-call-each-other",
      comment:
        "Move what two commands share into services/, commands/kit/, commands/parts/ or commands/messages/; an action names a command by its text.",
      severity: "error",
      from: { path: "^commands/([^/.]+)", pathNot: "^commands/(index\\.ts$|slots/|kit/|parts/|messages/)" },
      to: {
        path: "^commands/",
        pathNot: "^commands/(slots/|kit/|parts/|messages/|define-command\\.ts$|$1[/.])",
      },
    },
    {
      name: "channels-are-strangers",
      comment: "What two channels share belongs to services/reply or directly in bot/channels/.",
      severity: "error",
      from: { path: "^bot/channels/([^/]+)/" },
      to: { path: "^bot/channels/[^/]+/", pathNot: "^bot/channels/$1/" },
    },
    {
      name: "drivers-only-from-the-top",
      comment:
        "Take a Store as an argument; only services/store/open-store.ts picks a driver, for an entry point.",
      severity: "error",
      from: { pathNot: "^services/store/" },
      to: { path: `^services/store/(sqlite|redis)|${DRIVER_LIBRARIES}` },
    },
    {
      name: "stores-are-opened-at-the-top",
      comment:
        "Whoever opens a store closes it: open it in an entry point or bot/wiring/app.ts and hand it down.",
      severity: "error",
      from: { pathNot: "^bot/" },
      to: { path: "^services/store/open-store\\.ts$" },
    },
    {
      name: "locales-are-words",
      comment:
        "Words know nothing but the facts they are given: pass the fact, or format it in services/text/.",
      severity: "error",
      from: { path: "^locales/" },
      to: { pathNot: "^(locales|services)/" },
    },
    {
      name: "locales-take-types",
      comment:
        "Use import type; only text helpers (services/reply/text.ts, services/text/, fullName of a unit) are values words may use.",
      severity: "error",
      from: { path: "^locales/" },
      to: {
        path: "^services/",
        pathNot: "^services/(reply/text\\.ts$|text/|units/unit\\.ts$)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "not-to-test",
      comment: "Move what the product needs out of test/.",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
    {
      name: "not-to-dev-dep",
      comment:
        "The product runs without development packages: move the package to dependencies, or its use to test/.",
      severity: "error",
      from: { path: "^(bot|commands|services|locales)/", pathNot: "^bot/bootstrap/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-orphans",
      comment: "Nothing uses this file and it uses nothing: wire it in or delete it.",
      severity: "error",
      from: { orphan: true, pathNot: "\\.d\\.mts$" },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".mjs", ".cjs", ".js", ".json", ".d.ts"],
    },
  },
};

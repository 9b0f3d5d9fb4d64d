import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import type { PortalWords } from "#locales/words/portal.ts";
import type { Period } from "#services/periods/period.ts";
import type { PortalWhy } from "#services/portal/whys.ts";
import { bold, text } from "#services/reply/text.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

const WHY: Readonly<Record<PortalWhy, string>> = {
  unauthorized: "the portal wants a login (401)",
  forbidden: "the portal does not allow it (403)",
  "too-many": "the portal says there were too many requests (429)",
  firewall: "the portal's firewall stands in the way",
  closed: "the portal closed the connection",
  server: "the portal's server failed",
  timeout: "the portal did not answer in time",
  unreachable: "the portal could not be reached",
  unexpected: "the portal answered in an unusual way",
  notJson: "the answer is cut off or malformed",
  changedSchema: "the portal changed the shape of its answers",
  wrongRoot: "the portal answered about another place",
  unitsMissing: "units are missing in the answer",
  listedTwice: "a unit is listed twice",
  outOfRange: "there are points beyond the scale",
  emptyGroup: "a group of indicators has no figures",
  sumsDiffer: "the six groups do not add up to the total",
  otherUnits: "the groups list different units",
  smallerThanHeld: "fewer units or dossiers than fetched before",
  repeatsPeriod: "the figures repeat another period's to the letter",
  stale: "the portal has not renewed its figures",
  person: "an operator stopped it",
};

const placed = (period: Period, place: Unit): string => `${periods.name(period)} · ${fullName(place)}`;
const requestsOf = (count: number): string => `${figures.number(count)} request${count === 1 ? "" : "s"}`;

export const portal: PortalWords = {
  commands: {
    dongbo: {
      purpose: "Fetch figures from the national portal",
      usage: "[chạy ngay / dừng / mở lại / công bố, bỏ qua, xem <mã>]",
      examples: ["/dongbo", "/dongbo chạy ngay", "/dongbo dừng"],
    },
  },
  title: bold("Figures from the National Public Service Portal"),
  state({ isOn, breaker, why }) {
    const because = why === null ? "" : ` (${WHY[why]})`;
    if (!isOn) return text`State: ${bold("off")} (PORTAL_SYNC=off)`;
    if (breaker === "open") return text`State: ${bold("stopped")}${because} until an operator opens it again`;
    if (breaker === "stopped") return text`State: ${bold("stopped for today")}${because}`;
    return text`State: ${bold("on")}`;
  },
  asked: ({ asked, budget, lastAt }) =>
    `${figures.number(asked)}/${figures.number(budget)} requests today · last request: ${lastAt === null ? "none yet" : figures.moment(lastAt)}`,
  next: (at) => `Next request: ${at === null ? "now" : figures.moment(at)}`,
  lacking: (requests) => bold(`Still to be fetched (${requestsOf(requests)}):`),
  lacksNothing: "Nothing is left to be fetched today.",
  planned: ({ period, label, isClosed, place, requests }) =>
    `- ${placed(period, place)}${isClosed ? "" : `, up to ${figures.date(label)} (provisional)`}: ${requestsOf(requests)}`,
  givenUpHead: bold("Not to be had today:"),
  givenUp: ({ period, place, why }) => `- ${placed(period, place)}: ${WHY[why]}`,
  newest: (places) =>
    `Newest day held: ${places.map(({ place, label }) => `${fullName(place)} ${label === null ? "none yet" : figures.date(label)}`).join(" · ")}`,
  brief: bold("National public service portal"),
  wholeness: ({ place, units, expected, groups }) =>
    `- ${fullName(place)}: ${figures.number(units)} of ${figures.number(expected)} ${place.kind === "country" ? "provinces" : "communes"}, ${groups} of 6 groups`,
  trouble({ kind, day, why, facts, place, period }) {
    const date = figures.date(day);
    if (kind === "notBelieved") {
      const what = place && period ? placed(period, place) : "Some of the figures";
      const detail = facts.length > 0 ? ` (${facts.join(", ")})` : "";
      return text`${bold(`Figures fetched from the portal on ${date} cannot be used`)}: ${what}. Reason: ${WHY[why]}${detail}. The raw answer is kept, nothing was published; the bot fetches them again tomorrow.`;
    }
    if (kind === "refused")
      return text`${bold(`The national portal is not asked any more on ${date}`)}. Reason: ${WHY[why]}. The bot tries again tomorrow.`;
    return text`${bold("The national portal is not asked any more")}: it did not answer for days, last on ${date}. Reason: ${WHY[why]}. Speak with the portal's owner before you open it again.`;
  },
  closedTitle: (period) => bold(`${periods.name(period)}: figures of the portal, to be published`),
  closedSheet: ({ scope, units, fresh, changed, same, gone }) =>
    `${fullName(scope)}: ${figures.number(units)} units · ${[
      `${figures.number(fresh)} new figures`,
      ...(changed > 0 ? [`${figures.number(changed)} changed`] : []),
      ...(same > 0 ? [`${figures.number(same)} unchanged`] : []),
      ...(gone > 0 ? [`${figures.number(gone)} gone`] : []),
    ].join(", ")}`,
  differencesHead: bold("Where the portal differs from a letter that was taken in (the letter stands):"),
  difference: ({ unit, indicator, paper, portal: other }) =>
    `- ${unit} · ${indicator}: letter ${paper}, portal ${other}`,
  moreOf: (count) => `- … and ${figures.number(count)} more`,
  newUnits: (names, more) =>
    `Units to be added: ${names.join(", ")}${more > 0 ? ` and ${figures.number(more)} more` : ""}`,
  warningsHead: bold("To be looked at:"),
  decide: (code) => `Nothing is published yet. Type “/dongbo công bố ${code}” to publish it.`,
  oneMore: bold("Noted; another operator has to confirm it too."),
  blocked: bold("Not published: there are figures beyond the scale."),
  changed:
    "This code is no longer right: the figures are others now, or somebody decided. Nothing was changed.",
  nothingWaits: "No figures of the portal wait to be published.",
  leftOut: "Left out: these figures of the portal are not published.",
  waiting: (all) => text`${bold("Waiting to be published")}: ${all.map(periods.name).join(", ")}`,
  published: ({ period, versions }) =>
    bold(
      `Published ${periods.name(period)}: ${versions.map(({ scope, version }) => `${fullName(scope)} (version ${version})`).join(", ")}.`,
    ),
  isOff:
    "Fetching from the portal is off. To switch it on, set PORTAL_SYNC=daily and PORTAL_CONTACT in .env and start the bot again.",
  startsNow:
    "Within a minute the bot begins to fetch what is missing, one question at a time. Type /dongbo to see how far it is.",
  stopped: "Stopped. The portal is not asked until an operator opens it again.",
  reopened: "Opened again.",
  cliUsage:
    "Usage: npm run -s portal -- plan: lists what the portal would be asked today; asks and changes nothing.",
  actions: {
    publish: "Publish",
    leaveOut: "Leave out",
    rows: "Unit by unit",
    decide: (period) => `See ${periods.name(period)}`,
    runNow: "Run now",
    stop: "Stop",
    reopen: "Open again",
    state: "State of the portal",
  },
};

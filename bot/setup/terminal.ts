import type { Outcome } from "#bot/setup/outcome.ts";
import type { SetupView } from "#bot/setup/page/view.ts";
import { type Question, questionsOf } from "#bot/setup/questions.ts";
import type { Setup } from "#bot/setup/setup.ts";
import type { SetupStep } from "#services/setup-state.ts";

/** A terminal and whoever sits at it. */
export interface Terminal {
  say(line: string): void;
  /** What is typed on one line; null = nobody is there any more, or `signal` says that it need not be answered. */
  ask(question: string, signal?: AbortSignal): Promise<string | null>;
}

/** The steps of the page, one after the other on a terminal; an empty line leaves one as it is. */
export async function setUpOnTerminal(setup: Setup, { say, ask }: Terminal): Promise<void> {
  const { words, steps } = await setup.view();
  say(words.terminal.intro);
  for (const { name } of steps) {
    const view = await setup.view();
    const state = view.steps.find((step) => step.name === name)?.state ?? "optional";
    say(`\n${words.steps[name].title} · ${words.state[state]}`);
    say(words.steps[name].why);
    if (name === "operator") await waitForOperator(view);
    else await take(name, view);
  }
  say(`\n${words.terminal.end}`);

  /** Until it is taken, or left as it is. */
  async function take(step: SetupStep, view: SetupView): Promise<void> {
    const { before, fields } = questionsOf(step, view);
    for (const line of before) say(line);
    let isOver = fields.length === 0;
    while (!isOver) isOver = await takeOnce(step, fields, view);
  }

  /** false = it has to be asked again. */
  async function takeOnce(
    step: SetupStep,
    questions: readonly Question[],
    view: SetupView,
  ): Promise<boolean> {
    const answers = await answersTo(questions);
    if (answers === null) return true;
    const outcome = await chosen(step, await setup.take(step, answers), view);
    for (const sentence of outcome.said) say(sentence);
    if (outcome.kind === "applied") await setup.restarted({ step, outcome, typed: {} });
    return outcome.kind === "applied" || outcome.kind === "done";
  }

  /** null = every line was empty, or nobody is there. */
  async function answersTo(questions: readonly Question[]): Promise<Record<string, string> | null> {
    const fields: Record<string, string> = {};
    let isAnswered = false;
    for (const question of questions) {
      const typed = await answerTo(question);
      if (typed === undefined) return null;
      isAnswered ||= typed !== "";
      fields[question.name] = meant(typed, question);
    }
    return isAnswered ? fields : null;
  }

  async function answerTo({ label, choices = [], now = "" }: Question): Promise<string | undefined> {
    for (const [i, choice] of choices.entries()) say(`  ${i + 1}. ${choice.label}`);
    return (await ask(now === "" ? `${label}: ` : `${label} [${now}]: `))?.trim();
  }

  /** One of several units, by its number. */
  async function chosen(step: SetupStep, outcome: Outcome, { placeOf }: SetupView): Promise<Outcome> {
    if (outcome.kind !== "choose") return outcome;
    for (const sentence of outcome.said) say(sentence);
    for (const [i, unit] of outcome.units.entries()) say(`  ${i + 1}. ${placeOf(unit)}`);
    const unit = outcome.units[Number(await ask(`${words.terminal.number}: `)) - 1];
    return unit ? setup.take(step, { unit: unit.id }) : { kind: "refused", said: [words.terminal.noSuch] };
  }

  /** The bot says by itself when the code has come. */
  async function waitForOperator({ config, code }: SetupView): Promise<void> {
    const { operator, terminal } = words;
    if (!config.telegram && !config.zalo) return say(operator.noChannel);
    say(`${operator.send} ${code}`);
    const sent = new AbortController();
    const isSent = setup.changed().then(() => {
      say(operator.welcome);
      sent.abort();
    });
    await Promise.race([isSent, ask(`${terminal.waiting} `, sent.signal)]);
  }
}

/** An empty line means what holds now, a number its choice. */
function meant(typed: string, { choices = [], now = "" }: Question): string {
  return typed === "" ? now : (choices[Number(typed) - 1]?.value ?? typed);
}

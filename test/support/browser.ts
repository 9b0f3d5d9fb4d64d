import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

export interface PageOptions {
  /** CSS pixels; a phone is 390 × 844. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Touch instead of a mouse, and the layout of a phone. */
  readonly phone?: boolean;
  readonly colorScheme?: "light" | "dark";
}

const NAMES = ["chromium", "chromium-browser"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** One for all tests of a process, which it ends with: a browser takes longer to begin than a page. */
let running: Promise<Browser> | undefined;

async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  const browser = await running;
  if (browser?.isConnected()) return browser;
  running = chromium.launch({ executablePath, headless: true, args: FLAGS });
  return running;
}

/** Opens `url` in a real Chromium, with nothing stored from before, hands its page to `use`, and closes it whatever happens. */
export async function withPage<T>(
  url: string,
  options: PageOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const { viewport = { width: 1280, height: 800 }, phone = false, colorScheme = "light" } = options;
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport, colorScheme, isMobile: phone, hasTouch: phone });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(url);
    return await use(page);
  } finally {
    await context.close();
  }
}

function findChromium(): string {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
  if (!found) throw new Error("These tests need Chromium. Install it with: sudo apt-get install -y chromium");
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

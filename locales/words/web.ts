/** What these words add to the catalog. */
export interface WebCatalog {
  readonly web: WebWords;
}

/** Words of the web chat page. They travel to the browser as data. */
export interface WebWords {
  readonly title: string;
  readonly subtitle: string;
  /** Leads to the set-up, for whoever sits at the machine. */
  readonly setup: string;
  readonly welcome: { readonly title: string; readonly text: string };
  readonly noScript: string;
  /** Who speaks, read aloud before each message. */
  readonly speaker: { readonly me: string; readonly bot: string };
  readonly log: string;
  readonly input: { readonly label: string; readonly placeholder: string; readonly send: string };
  readonly attach: { readonly choose: string; readonly sending: string };
  readonly commands: string;
  readonly suggestions: string;
  readonly working: { readonly typing: string; readonly picture: string };
  readonly link: { readonly lost: string; readonly restored: string };
  readonly latest: string;
  readonly today: string;
  readonly yesterday: string;
  readonly picture: {
    readonly enlarge: string;
    readonly close: string;
    readonly save: string;
    readonly failed: string;
    readonly retry: string;
  };
  readonly fold: { readonly open: string; readonly close: string };
  readonly file: { readonly download: string };
  readonly unsent: {
    readonly failed: string;
    readonly again: string;
    readonly tooFast: string;
    readonly stale: string;
    fileTooLarge(facts: { megabytes: number }): string;
  };
  tooLong(facts: { limit: number }): string;
}

/** What these words add to the catalog. */
export interface ServiceCatalog {
  readonly service: ServiceWords;
}

/**
 * admin: the system does not let this person do so. folder: the service of this name runs the bot of another folder. path:
 * its own folder has a name that the system's files cannot hold. manager: the system has none, or it did as `detail` says.
 */
export type ServiceFault = "admin" | "folder" | "path" | "manager";

/** What `npm run service` says on the terminal. */
export interface ServiceWords {
  readonly usage: string;
  /** `fromStart`: it runs from the machine's start, else from its owner's logging in; `log` shows its log. */
  installed(facts: { folder: string; fromStart: boolean; log: string }): string;
  /** Installed, but the bot does not answer. */
  silent(facts: { port: number; log: string }): string;
  readonly removed: string;
  /** The bot, or another program, has the port already. */
  runsElsewhere(facts: { port: number }): string;
  readonly state: {
    readonly none: string;
    running(facts: ServiceFacts): string;
    restarting(facts: ServiceFacts): string;
    stopped(facts: ServiceFacts): string;
  };
  /** `detail`: a folder, or what the system's program said; may be empty. */
  readonly refused: Readonly<Record<ServiceFault, (detail: string) => string>>;
}

interface ServiceFacts {
  /** It is started with the machine. */
  readonly isEnabled: boolean;
  readonly log: string;
}

import type { ServiceFault } from "#locales/words/service.ts";

/** What keeps the bot running from the machine's start on: systemd, or the task scheduler of Windows. */
export interface ServiceManager {
  /** Rejects with ServiceRefused; what was begun is put back. */
  install(): Promise<Installed>;
  /** Stops it, and takes it off; false = there was none. Rejects with ServiceRefused. */
  remove(): Promise<boolean>;
  state(): Promise<ServiceState>;
}

export interface Installed {
  /** It runs from the machine's start; else from its owner's logging in. */
  readonly fromStart: boolean;
  /** Shows its log. */
  readonly log: string;
}

export type ServiceState =
  | { readonly kind: "none" }
  | {
      readonly kind: "running" | "restarting" | "stopped";
      /** It is started with the machine, or with its owner's logging in. */
      readonly isEnabled: boolean;
      readonly log: string;
    };

export class ServiceRefused extends Error {
  override readonly name = "ServiceRefused";
  readonly fault: ServiceFault;
  /** A folder, or what the system's program said; may be empty. */
  readonly detail: string;
  constructor(fault: ServiceFault, detail = "", options?: ErrorOptions) {
    super(`${fault}: ${detail}`, options);
    this.fault = fault;
    this.detail = detail;
  }
}

/** Where the bot lies, and what runs it. */
export interface Place {
  /** The folder with package.json, absolute. */
  readonly root: string;
  /** Node's own program, absolute. */
  readonly node: string;
}

export const SERVICE_NAME = "bot766";

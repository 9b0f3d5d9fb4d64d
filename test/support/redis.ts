import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { freePort } from "#test/support/free-port.ts";

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Stops it and starts it again on the same port with what it had written down. */
  restart(): Promise<void>;
  /** Keeps the port and the connections but answers nothing, as a hung machine does, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Stops it but keeps its data, until `start`. */
  halt(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A real redis-server on a free loopback port, writing to a folder of its own. */
export async function startRedis(options: LaunchOptions = {}): Promise<RedisServer> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "bot766-redis-"));
  const start = async () => {
    server = await launch(port, folder, options);
  };
  const halt = () => shutDown(server);
  let server: ChildProcess;
  await start();

  return {
    url: `redis://${options.password ? `:${options.password}@` : ""}127.0.0.1:${port}`,
    port,
    freeze: () => void server.kill("SIGSTOP"),
    thaw: () => void server.kill("SIGCONT"),
    halt,
    start,
    async restart() {
      await halt();
      await start();
    },
    async stop() {
      await halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface LaunchOptions {
  readonly cluster?: boolean;
  readonly password?: string;
  readonly appendOnly?: "yes" | "no";
}

async function launch(
  port: number,
  folder: string,
  { cluster, password, appendOnly = "yes" }: LaunchOptions,
): Promise<ChildProcess> {
  const args = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--appendonly",
    appendOnly,
  ];
  if (cluster) args.push("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1");
  if (password) args.push("--requirepass", password);
  const server = spawn("redis-server", args, { stdio: "ignore" });
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  server.once("exit", () => process.off("exit", kill));
  await once(server, "spawn").catch((cause) => {
    throw new Error("redis-server is missing: install it with `sudo apt-get install -y redis-server`", {
      cause,
    });
  });
  await answering(port, password);
  if (cluster) await takeAllSlots(port);
  return server;
}

async function answering(port: number, password?: string): Promise<void> {
  const client = new Redis(port, "127.0.0.1", {
    ...(password ? { password } : {}),
    retryStrategy: () => 20,
    maxRetriesPerRequest: 500,
  });
  client.on("error", () => {});
  await client.ping();
  client.disconnect();
}

async function takeAllSlots(port: number): Promise<void> {
  const client = new Redis(port, "127.0.0.1");
  const slots = (await client.call("CLUSTER", ["SLOTS"])) as unknown[];
  if (slots.length === 0) await client.call("CLUSTER", ["ADDSLOTSRANGE", "0", "16383"]);
  while (!String(await client.call("CLUSTER", ["INFO"])).includes("cluster_state:ok")) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  client.disconnect();
}

async function shutDown(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill("SIGCONT");
  const ask = () => server.kill("SIGTERM");
  // A server that is just writing its first log, as one is that was a replica, refuses to end and forgets it.
  const asking = setInterval(ask, 200);
  ask();
  await gone;
  clearInterval(asking);
}

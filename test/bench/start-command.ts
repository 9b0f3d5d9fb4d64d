import manifest from "#package.json" with { type: "json" };

/** What `npm start` gives to node: its flags, then the program. */
export function startArguments(): readonly string[] {
  const [node, ...given] = manifest.scripts.start.split(" ");
  if (node !== "node") throw new Error(`npm start runs ${node}`);
  return given;
}

export const startFlags = (): readonly string[] => startArguments().filter((word) => word.startsWith("--"));

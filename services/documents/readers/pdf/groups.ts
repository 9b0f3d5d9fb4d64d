/** Things that hang together, each numbered: joined two by two (union-find). */
export function createGroups(count: number) {
  const parents = Array.from({ length: count }, (_, i) => i);

  function rootOf(member: number): number {
    let root = member;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let i = member; i !== root; ) {
      const next = parents[i] ?? root;
      parents[i] = root;
      i = next;
    }
    return root;
  }

  return {
    join(a: number, b: number): void {
      parents[rootOf(a)] = rootOf(b);
    },

    /** The members of each group, in order. */
    all(): readonly (readonly number[])[] {
      const groups = new Map<number, number[]>();
      for (let i = 0; i < count; i += 1) {
        const group = groups.get(rootOf(i));
        if (group) group.push(i);
        else groups.set(rootOf(i), [i]);
      }
      return [...groups.values()];
    },
  };
}

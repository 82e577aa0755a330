/** What one target asks for: at least one place of each group of officers, `free` more of any of them, nobody twice. */
export type Demand = { readonly groups: readonly (readonly number[])[]; readonly free: number };

/** The places that lack: which demands and which of their groups they belong to. */
export type Shortage = {
  readonly parts: readonly { readonly demand: number; readonly group: number }[];
  readonly needed: number;
  readonly available: number;
};

const source = 0;
const sink = 1;

/**
 * Arcs in pairs, each beside its reverse; `left`: what an arc can still carry. `seen` and `via` belong to the search that runs: the
 * number of the search that saw a node, and the arc it came by.
 */
type Net = {
  readonly heads: number[][];
  readonly to: number[];
  readonly left: number[];
  readonly seen: number[];
  readonly via: number[];
  search: number;
};

function addNode({ heads, seen, via }: Net): number {
  seen.push(0);
  via.push(-1);
  return heads.push([]) - 1;
}

function addArc({ heads, to, left }: Net, [from, into]: readonly [number, number], capacity: number): number {
  const arc = to.push(into, from) - 2;
  left.push(capacity, 0);
  heads[from]?.push(arc);
  heads[into]?.push(arc + 1);
  return arc;
}

/** Looks from a node breadth first as far as the sink; says whether it got there. What it saw stays marked. */
function reach(net: Net, from: number): boolean {
  const { heads, to, left, seen, via } = net;
  const search = ++net.search;
  const queue = [from];
  // Never through the source: units of one demand may not stand in for another's.
  seen[source] = seen[from] = search;
  for (const node of queue) {
    for (const arc of heads[node] ?? []) {
      const next = to[arc] ?? 0;
      if ((left[arc] ?? 0) <= 0 || seen[next] === search) continue;
      seen[next] = search;
      via[next] = arc;
      if (next === sink) return true;
      queue.push(next);
    }
  }
  return false;
}

/** Sends one more unit from a node to the sink, moving others where needed; false where there is no way. */
function push(net: Net, from: number): boolean {
  if (!reach(net, from)) return false;
  for (let node = sink; node !== from; ) {
    const arc = net.via[node] ?? 0;
    shift(net, arc, 1);
    node = net.to[arc ^ 1] ?? from;
  }
  return true;
}

/** Lets so much more flow through an arc. */
function shift({ left }: Net, arc: number, units: number): void {
  left[arc] = (left[arc] ?? 0) - units;
  left[arc ^ 1] = (left[arc ^ 1] ?? 0) + units;
}

type Placed = { readonly inlets: { arc: number; group: number; capacity: number }[]; readonly uses: { arc: number; officer: number }[] };

function addDemand(net: Net, { groups, free }: Demand): Placed {
  const placed: Placed = { inlets: [], uses: [] };
  const extra = addNode(net);
  placed.inlets.push({ arc: addArc(net, [source, extra], free), group: -1, capacity: free });
  for (const [group, officers] of groups.entries()) {
    const node = addNode(net);
    placed.inlets.push({ arc: addArc(net, [source, node], 1), group, capacity: 1 });
    addArc(net, [extra, node], free);
    for (const officer of officers) placed.uses.push({ arc: addArc(net, [node, officer + 2], 1), officer });
  }
  return placed;
}

function shortageOf(net: Net, placed: readonly Placed[], lacking: number): Shortage {
  reach(net, source);
  const isReached = (arc: number) => net.seen[net.to[arc] ?? source] === net.search;
  const reached = placed.flatMap(({ inlets }, demand) =>
    inlets.filter(({ arc }) => isReached(arc)).map(({ group, capacity }) => ({ demand, group, capacity })),
  );
  const needed = reached.reduce((sum, { capacity }) => sum + capacity, 0);
  const parts = reached.filter(({ group }) => group >= 0).map(({ demand, group }) => ({ demand, group }));
  return { parts, needed, available: needed - lacking };
}

// Unit by unit from where it is asked for: a unit that finds no way now would find none later.
function fill(net: Net, placed: readonly Placed[]): number {
  let lacking = 0;
  for (const { arc, capacity } of placed.flatMap(({ inlets }) => inlets)) {
    for (let unit = 0; unit < capacity; unit++) {
      if (push(net, net.to[arc] ?? source)) shift(net, arc, 1);
      else lacking++;
    }
  }
  return lacking;
}

/** A standing answer to «can all demands still be met»: every change keeps it true or is refused. */
export type Flow = {
  /** Null where every demand is met at the start, otherwise the smallest set that lacks places (of the least cuts, the one nearest the demands). */
  readonly shortage: Shortage | null;
  /** Takes a demand out: it has its officers, or is looked at apart. */
  readonly drop: (demand: number) => void;
  /** Takes one place of an officer away; false (and nothing changed) where the demands could then not be met. */
  readonly take: (officer: number) => boolean;
  readonly giveBack: (officer: number) => void;
};

function dropDemand({ net, exits }: { net: Net; exits: readonly number[] }, { inlets, uses }: Placed): void {
  const { left } = net;
  for (const { arc, officer } of uses) {
    shift(net, exits[officer] ?? 0, -(left[arc + 1] ?? 0));
    left[arc] = left[arc + 1] = 0;
  }
  for (const { arc } of inlets) left[arc] = left[arc + 1] = 0;
}

/** Maximum flow from demands to officers with so many places each: exact, and kept while officers are given away one by one. */
export function openFlow(places: readonly number[], demands: readonly Demand[]): Flow {
  const net: Net = { heads: [[], []], to: [], left: [], seen: [0, 0], via: [-1, -1], search: 0 };
  const exits = places.map((count) => addArc(net, [addNode(net), sink], count));
  const placed = demands.map((demand) => addDemand(net, demand));
  const lacking = fill(net, placed);
  const { left } = net;
  const change = (arc: number, by: number) => {
    left[arc] = (left[arc] ?? 0) + by;
  };
  return {
    shortage: lacking > 0 ? shortageOf(net, placed, lacking) : null,
    drop(demand) {
      const gone = placed[demand];
      if (gone) dropDemand({ net, exits }, gone);
    },
    take(officer) {
      const exit = exits[officer] ?? 0;
      const isSpare = (left[exit] ?? 0) > 0;
      if (!isSpare && ((left[exit + 1] ?? 0) === 0 || !push(net, officer + 2))) return false;
      change(isSpare ? exit : exit + 1, -1);
      return true;
    },
    giveBack: (officer) => change(exits[officer] ?? 0, 1),
  };
}

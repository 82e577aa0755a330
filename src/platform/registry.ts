import type { Permission } from '#domain/access/permission.ts';

/** Every way into the application that changes something: what it needs, and whether anybody may use it. */
export type Entrance = {
  readonly name: string;
  readonly permission: Permission | 'signedIn' | 'public';
  readonly channel: 'form' | 'api' | 'session';
};

const entrances = new Map<string, Entrance>();

export function register(entrance: Entrance): void {
  entrances.set(`${entrance.channel} ${entrance.name}`, entrance);
}

/** All entrances of the modules loaded so far, so that the matrix role × action can be walked. */
export function listEntrances(): readonly Entrance[] {
  return [...entrances.values()];
}

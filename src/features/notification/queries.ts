import 'server-only';
import { db } from '#platform/db.ts';
import type { StaffScope } from '#platform/scope.ts';

export type Message = {
  readonly id: string;
  readonly text: string;
  readonly href: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
};

/** A person's own messages: unread first, then the latest; at most 100. */
export async function listMessages(scope: StaffScope): Promise<Message[]> {
  const userId = scope.actor.type === 'user' ? scope.actor.id : '';
  return db().notification.findMany({
    where: { userId },
    orderBy: [{ readAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: 100,
    select: { id: true, text: true, href: true, createdAt: true, readAt: true },
  });
}

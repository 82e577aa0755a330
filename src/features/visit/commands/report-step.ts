import 'server-only';
import type { z } from 'zod';
import type { Command } from '#platform/command.ts';
import type { Statements } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { findVisit } from '../queries/find-visit.ts';
import type { VisitScope } from '../queries/gather-step.ts';
import type { checkInCall, checkInForm, checkOutCall, checkOutForm, opinionForm, refusalForm } from '../schema.ts';
import { type Received, recordStep } from './record-step.ts';

type Context<Scope> = Command<Scope, Statements>;

const done = ({ now }: Context<VisitScope>) => ({ id: newId(), deviceAt: now, sentAt: now, place: null });

const aheadMs = 2 * 60_000;
/** What a system declares lies in the past: its clock is no phone's, and nothing can have happened yet that is still to come. */
const isAhead = (at: Date | null, { now }: Context<VisitScope>) => at !== null && at.getTime() - now.getTime() > aheadMs;
const ahead = invalid({ at: ['时间还没有到'] });

/** A check-in as the agency's own system reports it: now, or at the instant that it says. */
export async function reportCheckIn(context: Context<AgencyScope>, call: z.output<typeof checkInCall>): Promise<Outcome<Received>> {
  if (isAhead(call.at, context)) return ahead;
  const filing = await findVisit(context.tx, context.scope, call.filingNo);
  if (filing === null) return notFound();
  const body = { people: call.people };
  return recordStep(context, { ...done(context), filing, step: 'checkedIn', body, deviceAt: call.at ?? context.now, place: call.place });
}

/** The same for the check-out. */
export async function reportCheckOut(context: Context<AgencyScope>, call: z.output<typeof checkOutCall>): Promise<Outcome<Received>> {
  if (isAhead(call.at, context)) return ahead;
  const filing = await findVisit(context.tx, context.scope, call.filingNo);
  if (filing === null) return notFound();
  return recordStep(context, { ...done(context), filing, step: 'checkedOut', body: {}, deviceAt: call.at ?? context.now });
}

/** The steps as forms, done at the moment in which they are sent. */
export function checkIn(context: Context<VisitScope>, { filing, people }: z.output<typeof checkInForm>): Promise<Outcome<Received>> {
  return recordStep(context, { ...done(context), filing, step: 'checkedIn', body: { people } });
}

export function checkOut(context: Context<VisitScope>, { filing }: z.output<typeof checkOutForm>): Promise<Outcome<Received>> {
  return recordStep(context, { ...done(context), filing, step: 'checkedOut', body: {} });
}

export function refuseEntry(context: Context<VisitScope>, { filing, ...body }: z.output<typeof refusalForm>): Promise<Outcome<Received>> {
  return recordStep(context, { ...done(context), filing, step: 'entryRefused', body });
}

export function giveOpinion(context: Context<VisitScope>, { filing, ...body }: z.output<typeof opinionForm>): Promise<Outcome<Received>> {
  return recordStep(context, { ...done(context), filing, step: 'opinionGiven', body: { ...body, strokes: [] } });
}

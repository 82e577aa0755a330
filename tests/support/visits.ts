import { randomUUID } from 'node:crypto';
import { keepEvidence } from '#features/visit/commands/keep-evidence.ts';
import { recordStep } from '#features/visit/commands/record-step.ts';
import type { VisitScope } from '#features/visit/queries/gather-step.ts';
import type { VisitStepInput } from '#features/visit/schema.ts';
import { runStatements } from '#platform/command.ts';
import { type AgencyScope, type InspectorScope, inspectorScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from './api.ts';
import { fileVisit } from './filings.ts';
import { accepted, signIn } from './people.ts';
import { caseVisit, freeEnterprise } from './requests.ts';

/** The scope of an inspector of the demo. */
export async function inspectorOf(username: string): Promise<InspectorScope> {
  const scope = inspectorScope((await signIn(username)).actor);
  if (!scope) throw new Error(`${username} is no inspector`);
  return scope;
}

/** Moves a filing's window, as time alone would: begun two hours before its end, which is `endsIn` minutes from now. */
export async function bringToday(filing: string, { endsIn = 60 }: { endsIn?: number } = {}): Promise<void> {
  await asOwner(
    `WITH moment AS (SELECT now() + make_interval(mins => $2) AS ended)
    UPDATE filing SET channel = 'seed', starts_at = ended - interval '2 hours', ends_at = ended,
      start_day = ((ended - interval '2 hours') AT TIME ZONE 'Asia/Shanghai')::date,
      year = extract(year FROM (ended - interval '2 hours') AT TIME ZONE 'Asia/Shanghai') FROM moment WHERE id = $1`,
    [filing, endsIn],
  );
}

/** A case check of the story's two inspectors whose window is now, at the n-th enterprise that is free. */
export async function visitNow(key: AgencyScope, nth: number): Promise<string> {
  const { id } = await accepted(fileVisit(key, caseVisit(journey.leng, { enterprise: freeEnterprise(journey.leng, nth) })));
  await bringToday(id);
  return id;
}

type Body<Step> = Extract<VisitStepInput, { step: Step }>['body'];
type Asked<Step> = {
  readonly filing: string;
  readonly step: Step;
  readonly body: Body<Step>;
  readonly id?: string;
  readonly ago?: number;
  readonly ahead?: number;
};

/** A step as the phone makes it, `ago` minutes before it arrives, by a clock that goes `ahead` minutes wrong. */
export function stepOf<const Step extends VisitStepInput['step']>({
  filing,
  step,
  body,
  id = randomUUID(),
  ago = 0,
  ahead = 0,
}: Asked<Step>): VisitStepInput {
  return {
    id,
    filing,
    step,
    body,
    deviceAt: new Date(Date.now() + (ahead - ago) * 60_000),
    sentAt: new Date(Date.now() + ahead * 60_000),
    place: null,
  } as VisitStepInput;
}

/** Sends a step through the door's transaction. */
export function send(scope: VisitScope, input: VisitStepInput) {
  const origin = { actor: scope.actor, requestId: 'test', districtCode: scope.districtCode };
  return runStatements({ scope, origin, command: (context) => recordStep(context, input) });
}

type Pictured = { readonly filing: string; readonly matter: string | null; readonly id?: string; readonly ago?: number };

/** Sends a picture of a few bytes, taken `ago` minutes before. */
export function sendPicture(scope: VisitScope, { filing, matter, id = randomUUID(), ago = 0 }: Pictured) {
  const origin = { actor: scope.actor, requestId: 'test', districtCode: scope.districtCode };
  const [sentAt, file] = [new Date(), { bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), width: 1, height: 1 }];
  const input = { id, filing, matter, deviceAt: new Date(sentAt.getTime() - ago * 60_000), sentAt, file };
  return runStatements({ scope, origin, command: (context) => keepEvidence(context, input) });
}

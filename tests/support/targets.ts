import { randomUUID } from 'node:crypto';
import { returnFiling } from '#features/filing/commands/approve-filing.ts';
import { proposeWithdrawal } from '#features/matter/commands/propose-matter.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { Journey } from '#seed/story.data.ts';
import { asOwner, giveKey } from './api.ts';
import { fillIn, lineOf, seen, send } from './declarations.ts';
import { castOf, frozen, placePooled, prepared } from './draw-lives.ts';
import { approveVisit, openDraft, submitVisit } from './filings.ts';
import { makeJointVisits } from './joint.ts';
import { placeRun } from './merges.ts';
import { agencyOf, signIn, succeed } from './people.ts';
import { makeRegisters } from './registers.ts';
import { claimedVisit, enterpriseId, freeEnterprise, plannedVisit } from './requests.ts';
import { makeReview } from './review.ts';
import { makeSheets } from './sheets.ts';
import { type AmendmentTargets, makeAmendments } from './targets/amendments.ts';
import { type BatchTargets, makeBatches } from './targets/batches.ts';
import { type EmergencyTargets, makeEmergencies } from './targets/emergencies.ts';
import { type FindingTargets, makeFindings } from './targets/findings.ts';
import { type MessageTargets, makeMessages } from './targets/messages.ts';
import { makeRatings, type RatingTargets } from './targets/ratings.ts';

type Slices = AmendmentTargets & BatchTargets & EmergencyTargets & FindingTargets & MessageTargets & RatingTargets;

/** Things to press a button on, by id. */
export type Targets = Slices & {
  readonly story: Journey;
  readonly agency: string;
  readonly enterprise: string;
  readonly draft: string;
  readonly submitted: string;
  readonly returned: string;
  readonly held: string;
  readonly filed: string;
  readonly declaration: string;
  readonly line: string;
  readonly sentDeclaration: string;
  readonly sentAt: string;
  readonly matter: string;
  readonly matterProposal: string;
  readonly reviewLine: string;
  readonly reviewStep: string;
  readonly sheet: string;
  readonly importedSheet: string;
  readonly mergeRun: string;
  readonly mergeProposal: string;
  readonly jointVisit: string;
  readonly jointEnterprise: string;
  readonly jointOne: string;
  readonly jointOther: string;
  readonly undrawnEntry: string;
  readonly preparedDraw: string;
  readonly frozenDraw: string;
  readonly objection: string;
  readonly outcome: string;
  readonly registerImport: string;
  readonly importedRegister: string;
  readonly twin: string;
  readonly enterpriseMerge: string;
  readonly inspector: string;
  readonly user: string;
  readonly disabledUser: string;
  readonly session: string;
  readonly key: string;
};

type Cast = { readonly filer: string; readonly head: string; readonly user: string; readonly disabledUser: string };

/** A matter of the agency's that no other district has under this code. */
async function listMatter({ districtCode, matter }: Journey): Promise<string> {
  const code = `${matter.split('-')[0]}-901`;
  await asOwner(
    `INSERT INTO matter SELECT (json_populate_record(matter, json_build_object('id', gen_random_uuid(), 'code', $3::text))).*
    FROM matter WHERE district_code = $1 AND code = $2`,
    [districtCode, matter, code],
  );
  return code;
}

/** A draw of the agency's in each state that a button needs, an objection to one, and an outcome of an earlier one. */
async function makeDraws(filer: string, { districtCode }: Journey) {
  const cast = await castOf(filer);
  const { id: undrawnEntry } = await placePooled({ agency: cast.filer.agencyCode });
  const [{ draw: preparedDraw }, { draw: frozenDraw }] = [await prepared(cast), await frozen(cast)];
  const [made] = await asOwner<{ objection: string; outcome: string }>(
    `WITH made AS (INSERT INTO draw_objection (id, draw_id, no, enterprise_id, text, contact_name, contact_phone, raised_at)
        SELECT gen_random_uuid(), $1, 1, id, '权重不对', '某人', '19900000000', now() FROM enterprise WHERE district_code = $2 LIMIT 1 RETURNING id)
    SELECT made.id AS objection, (SELECT outcome.id FROM draw_outcome outcome JOIN draw ON draw.id = draw_id WHERE district_code = $2 LIMIT 1) AS outcome FROM made`,
    [frozenDraw, districtCode],
  );
  if (!made) throw new Error('no draws');
  return { undrawnEntry, preparedDraw, frozenDraw, ...made };
}

/** A filing that waits for the office and one that is filed, each with a change that waits. */
async function makeApproved(filer: AgencyScope, head: AgencyScope, story: Journey) {
  const { id: held } = await approveVisit(filer, head, claimedVisit(story, { enterprise: freeEnterprise(story, 3) }));
  const { id: filed } = await approveVisit(filer, head, plannedVisit(story, { enterprise: freeEnterprise(story, 4) }));
  return { held, filed, ...(await makeAmendments({ held, filed })) };
}

/** A filing that waits for the head, alone and in a batch. */
async function makeSubmitted(filer: string, story: Journey) {
  const submitted = await submitVisit(await agencyOf(filer), plannedVisit(story, { enterprise: freeEnterprise(story, 1) }));
  return { submitted, ...(await makeBatches(filer, story, submitted)) };
}

/** One of each, in the state in which the button would work, all of one agency. */
export async function makeTargets(story: Journey, cast: Cast): Promise<Targets> {
  const [filer, head] = await Promise.all([agencyOf(cast.filer), agencyOf(cast.head)]);
  const visit = (nth: number) => plannedVisit(story, { enterprise: freeEnterprise(story, nth) });
  const [user, disabledUser] = await Promise.all([signIn(cast.user), signIn(cast.disabledUser)]);
  await asOwner('UPDATE user_account SET disabled_at = now() WHERE id = $1', [disabledUser.actor.id]);
  const returned = await submitVisit(filer, visit(2));
  await succeed(head, returnFiling, { filing: returned, reason: '退回' });
  const declaration = await fillIn(filer, 3);
  const sent = await seen(await send(filer, 4));
  const { proposal: matterProposal } = await succeed(filer, proposeWithdrawal, { matter: 'amr-019', reason: '取消' });
  return {
    ...{ declaration, line: await lineOf(declaration), sentDeclaration: sent.declaration, sentAt: sent.submittedAt },
    ...{ matter: await listMatter(story), matterProposal },
    ...(await makeReview(story)),
    ...(await placeRun(story.districtCode)),
    ...{ ...(await makeSheets(filer)), ...(await makeRegisters(filer)) },
    ...(await makeDraws(cast.filer, story)),
    ...(await makeJointVisits()),
    ...(await makeEmergencies(story, cast.filer)),
    ...(await makeMessages(story.agency)),
    ...(await makeRatings(story.districtCode)),
    ...(await makeFindings(cast.filer, story)),
    ...{ story, agency: story.agency },
    enterprise: enterpriseId(story, freeEnterprise(story, 0)),
    draft: await openDraft(filer, visit(0)),
    ...(await makeSubmitted(cast.filer, story)),
    returned,
    ...(await makeApproved(filer, head, story)),
    ...{ user: user.actor.id, disabledUser: disabledUser.actor.id, session: user.actor.sessionId },
    key: (await giveKey(story.agency)).id,
  };
}

/** The same kinds of things, none of which exists. */
export function noTargets(story: Journey): Targets {
  const names = [
    ...(['enterprise', 'draft', 'submitted', 'returned', 'held', 'filed', 'user', 'disabledUser', 'session', 'key'] as const),
    ...(['declaration', 'line', 'sentDeclaration', 'reviewLine', 'reviewStep', 'sheet', 'importedSheet', 'matterProposal'] as const),
    ...(['mergeRun', 'mergeProposal', 'registerImport', 'importedRegister', 'twin', 'enterpriseMerge', 'inspector'] as const),
    ...(['emergency', 'nextCall', 'keyEnterprise', 'jointVisit', 'jointEnterprise', 'jointOne', 'jointOther'] as const),
    ...(['undrawnEntry', 'preparedDraw', 'frozenDraw', 'objection', 'outcome'] as const),
    ...(['proposedAct', 'heldAct', 'batch', 'sentBatch', 'template'] as const),
    ...(['message', 'roleMessage', 'webhook', 'delivery'] as const),
    ...(['leftFiling', 'answer', 'report', 'unsentMessage'] as const),
    ...(['visitedFiling', 'letteredFiling', 'orderedFinding', 'alert'] as const),
  ];
  const ids = Object.fromEntries(names.map((name) => [name, randomUUID()])) as Record<(typeof names)[number], string>;
  const sentAt = new Date(0).toISOString();
  return { ...ids, sentAt, noticeSentAt: sentAt, story, agency: '000000-nothing', matter: 'nothing-001' };
}

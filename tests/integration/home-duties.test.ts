import { describe, expect, it } from 'vitest';
import { loadDuties } from '#features/home/queries/load-duties.ts';
import { newId, newPublicCode } from '#platform/entropy.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { approveVisit } from '#support/filings.ts';
import { agencyOf, officeOf } from '#support/people.ts';
import { freeEnterprise, plannedVisit } from '#support/requests.ts';

const story = journey.leng;
const [filer, head, clerk] = [await agencyOf('shenleyu'), await agencyOf('zengli'), await officeOf('luolin')];
const [stranger, elsewhere] = [await agencyOf('zhuzhekang'), await officeOf('penghaoran')];
const { id: filing } = await approveVisit(filer, head, plannedVisit(story, { enterprise: freeEnterprise(story, 0) }));
const user = filer.actor.type === 'user' ? filer.actor.id : '';

type Scope = AgencyScope | OfficeScope;
const countsOf = async (scope: Scope) => new Map((await loadDuties(scope)).map(({ need, count }) => [need, count]));

/** What each waits for more than before. */
async function more(change: () => Promise<unknown>, ...scopes: Scope[]): Promise<Record<string, number>[]> {
  const before = await Promise.all(scopes.map(countsOf));
  await change();
  const after = await Promise.all(scopes.map(countsOf));
  return after.map((counts, nth) => {
    const needs = new Set([...counts.keys(), ...(before[nth]?.keys() ?? [])]);
    const grown = [...needs].map((need) => [need, (counts.get(need) ?? 0) - (before[nth]?.get(need) ?? 0)] as const);
    return Object.fromEntries(grown.filter(([, n]) => n !== 0));
  });
}

describe('what waits', () => {
  it('a visit that was left: record, then issue, then publish; the head publishes as well', async () => {
    const left = () =>
      asOwner(
        `UPDATE filing_agency SET checked_in_at = now() - interval '1 hour', checked_out_at = now() WHERE filing_id = $1 AND is_lead`,
        [filing],
      );
    expect(await more(left, filer, head, clerk, stranger, elsewhere)).toEqual([{ recordFindings: 1 }, {}, {}, {}, {}]);
    const recorded = () => asOwner('UPDATE filing_agency SET recorded_at = now() WHERE filing_id = $1', [filing]);
    expect(await more(recorded, filer, head)).toEqual([{ issueLetter: 1, recordFindings: -1 }, {}]);
    const issued = () =>
      asOwner(
        `INSERT INTO result_letter (filing_id, agency_code, code, issued_at, body, hash, publish_due_day)
        VALUES ($1, $2, $3, now(), '{}', encode(sha256('{}'), 'hex'), '2020-01-02')`,
        [filing, story.agency, newPublicCode()],
      );
    expect(await more(issued, filer, head, stranger)).toEqual([{ publishLetter: 1, issueLetter: -1 }, { publishLetter: 1 }, {}]);
    expect((await loadDuties(filer))[0]).toMatchObject({ need: 'publishLetter', due: new Date('2020-01-02T23:59:00+08:00') });
  });

  it('an amendment: the head approves, the office decides what is held', async () => {
    const amend = (status: string) => () =>
      asOwner(
        `INSERT INTO filing_amendment (id, district_code, filing_id, agency_code, status, channel, reason, request, touches, proposed_at)
        VALUES ($1, '431103', $2, $3, 'proposed', 'form', '改期', '{}', '{dates}', now()) ON CONFLICT (filing_id, agency_code)
        WHERE status IN ('proposed', 'held') DO UPDATE SET status = '${status}'`,
        [newId(), filing, story.agency],
      );
    expect(await more(amend('proposed'), filer, head, clerk, elsewhere)).toEqual([{}, { approveAmendment: 1 }, {}, {}]);
    expect(await more(amend('held'), clerk, stranger, elsewhere)).toEqual([{ decideAmendment: 1 }, {}, {}]);
  });

  it('an emergency: the filer writes it, the head approves it, the office chases what is overdue', async () => {
    const log = () =>
      asOwner(
        `INSERT INTO emergency (filing_id, district_code, agency_code, confirmation_no, caller_id, caller_phone, called_at, clerk_id, reason, ended_at, due_day)
        SELECT $1, '431103', $2, '12345678', inspector.id, '', now(), $3, '测试', now(), '2020-01-02' FROM inspector
        WHERE agency_code = $2 AND responsible_leader LIMIT 1`,
        [filing, story.agency, user],
      );
    expect(await more(log, filer, head, clerk, stranger, elsewhere)).toEqual([{ writeSupplement: 1 }, {}, { chaseSupplement: 1 }, {}, {}]);
    const written = () => asOwner('UPDATE emergency SET supplemented_by_id = $2 WHERE filing_id = $1', [filing, user]);
    expect(await more(written, head, stranger)).toEqual([{ approveSupplement: 1 }, {}]);
  });

  it('at the office: alerts, reports from the door, mail that did not go out; nowhere else', async () => {
    const happen = () =>
      asOwner(
        `WITH a AS (INSERT INTO alert (id, district_code, kind, dedupe, facts, raised_at) VALUES (gen_random_uuid(), '431103', 'overtime', 'x', '{}', now())),
          b AS (INSERT INTO door_report (id, district_code, filing_id, kind, what, raised_at, receipt_hash)
            VALUES (gen_random_uuid(), '431103', $1, 'question', '{}', now(), 'x'))
        INSERT INTO outbox_message (id, district_code, channel, recipient, template, params, status)
        VALUES (gen_random_uuid(), '431103', 'mail', 'x', 'digest', '{}', 'failed')`,
        [filing],
      );
    expect(await more(happen, clerk, filer, head, elsewhere)).toEqual([{ handleAlert: 1, answerDoor: 1, resend: 1 }, {}, {}, {}]);
  });

  it('a message that nobody of the post took', async () => {
    const post = () =>
      asOwner(
        `INSERT INTO role_message (id, district_code, agency_code, role, event, subject_id, text, href)
        VALUES (gen_random_uuid(), '431103', $1, 'agencyFiler', 'filing.held', gen_random_uuid(), '测试', '/filings')`,
        [story.agency],
      );
    expect(await more(post, filer, head, stranger, clerk)).toEqual([{ takeMessage: 1 }, {}, {}, {}]);
  });
});

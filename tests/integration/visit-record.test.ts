import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { keepEvidence } from '#features/visit/commands/keep-evidence.ts';
import { loadPhoneVisit } from '#features/visit/queries/load-phone-day.ts';
import { loadVisitRecord } from '#features/visit/queries/load-visit-record.ts';
import { runStatements } from '#platform/command.ts';
import { readPicture } from '#platform/picture.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { accepted, agencyOf, keyOf, officeOf } from '#support/people.ts';
import { cameraPhoto } from '#support/pictures.ts';
import { inspectorOf, send, stepOf, visitNow } from '#support/visits.ts';

const { leng } = journey;
const key = await keyOf(leng.agency);
const [mine, stranger] = [await inspectorOf('hechen'), await inspectorOf('yaokang')];
const [office, foreignOffice] = [await officeOf('luolin'), await officeOf('jiangxinlan')];
const [filer, partner] = [await agencyOf('shenleyu'), await agencyOf('suchenxin')];

/** A visit that was entered without a line, signed, photographed and left. */
async function visited(nth: number) {
  const filing = await visitNow(key, nth);
  const strokes: [number, number][][] = [
    [
      [1, 1],
      [20, 30],
    ],
  ];
  const late = await accepted(send(mine, stepOf({ filing, step: 'checkedIn', body: { people: 2 }, ago: 20 })));
  await accepted(send(mine, stepOf({ filing, step: 'opinionGiven', body: { text: '没有意见', signer: '周明', refused: false, strokes } })));
  const file = await readPicture(await cameraPhoto({ width: 64, height: 48 }));
  if (!file) throw new Error('no picture');
  const photo = { id: randomUUID(), filing, matter: leng.matter, deviceAt: new Date(), sentAt: new Date(), file };
  const origin = { actor: mine.actor, requestId: 'test', districtCode: mine.districtCode };
  await accepted(runStatements({ scope: mine, origin, command: (context) => keepEvidence(context, photo) }));
  await accepted(send(mine, stepOf({ filing, step: 'checkedOut', body: {} })));
  return { filing, late, photo: photo.id };
}

it('the record of a visit says who came when by which clock, what was said and signed, and every receipt', async () => {
  const { filing, late, photo } = await visited(0);
  const view = await loadVisitRecord(office, filing);
  const [part] = view?.parts ?? [];
  expect(part).toMatchObject({
    agencyCode: leng.agency,
    peopleCame: 2,
    seesPhotos: true,
    opinion: { signer: '周明', strokes: [expect.anything()] },
  });
  expect(part?.steps.map(({ step }) => step)).toEqual(['checkedIn', 'opinionGiven', 'checkedOut']);
  expect(part?.steps[0]).toMatchObject({ receipt: late.receipt, flags: late.flags, who: mine.actor.name });
  expect(part?.photos).toMatchObject([{ id: photo, receipt: expect.stringMatching(/^R-/) }]);
});

it('is read within the filing’s scope; photos of another agency’s part stay closed', async () => {
  const { filing } = await visited(1);
  for (const scope of [partner, stranger, foreignOffice]) expect(await loadVisitRecord(scope, filing)).toBeNull();
  for (const scope of [filer, mine]) expect((await loadVisitRecord(scope, filing))?.parts).toMatchObject([{ seesPhotos: true }]);
  await asOwner('INSERT INTO filing_agency (filing_id, agency_code, is_lead) VALUES ($1, $2, false)', [filing, partner.agencyCode]);
  const seen = await loadVisitRecord(partner, filing);
  expect(seen?.parts.map(({ agencyCode, seesPhotos, steps }) => [agencyCode, seesPhotos, steps.length])).toEqual([
    [leng.agency, false, 3],
    [partner.agencyCode, true, 0],
  ]);
});

it('is empty before anybody came', async () => expect((await loadVisitRecord(office, await visitNow(key, 2)))?.parts).toEqual([]));

it('the phone proposes the policy’s day to correct, and the others’ day where they set one', async () => {
  const filing = await visitNow(key, 3);
  const [days] = await asOwner<{ usual: string; later: string }>(
    `SELECT (today + 15)::text AS usual, (today + 40)::text AS later FROM (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) clock`,
  );
  expect(await loadPhoneVisit(mine, filing)).toMatchObject({ dueDay: days?.usual });
  await asOwner('INSERT INTO filing_agency (filing_id, agency_code, is_lead) VALUES ($1, $2, false)', [filing, partner.agencyCode]);
  await asOwner(
    `WITH found AS (INSERT INTO finding (id, district_code, filing_id, agency_code, matter_id, no, checked, result, follow_up, recorded_at)
      SELECT gen_random_uuid(), district_code, $1, $3, id, 'X-1', true, 'correctedOnOrder', 'orderToCorrect', now() FROM matter WHERE district_code = $2 ORDER BY code LIMIT 1
      RETURNING id)
    INSERT INTO rectification (finding_id, demand, due_day) SELECT id, '整改', $4::date FROM found`,
    [filing, leng.districtCode, partner.agencyCode, days?.later],
  );
  expect(await loadPhoneVisit(mine, filing)).toMatchObject({ dueDay: days?.later });
  expect(await loadPhoneVisit(stranger, filing)).toBeNull();
});

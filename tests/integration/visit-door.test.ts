import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#cli/paths.ts';
import { type Role, roles } from '#domain/access/permissions.ts';
import { loadEvidence } from '#features/finding/queries/load-evidence.ts';
import { getDay, postEvidence, postStep } from '#features/visit/api/routes.ts';
import { env } from '#platform/env.ts';
import { listEntrances } from '#platform/registry.ts';
import { journey } from '#seed/story.data.ts';
import { type Answered, asOwner, call } from '#support/api.ts';
import { agencyOf, keyOf, officeOf, signIn } from '#support/people.ts';
import { cameraPhoto, hugePng } from '#support/pictures.ts';
import { inRequest } from '#support/request-scope.ts';
import { readEvents, readOne, readState } from '#support/rows.ts';
import { inspectorOf, stepOf, visitNow } from '#support/visits.ts';

const { leng } = journey;
const key = await keyOf(leng.agency);
const [filing, other] = [await visitNow(key, 0), await visitNow(key, 1)];
const photo = await cameraPhoto();
const mine = await signIn('hechen');
type Sent = { readonly secret?: string | undefined; readonly headers?: Record<string, string>; readonly raw?: string | Uint8Array };

async function ask(work: () => Promise<Answered>, secret?: string): Promise<Answered> {
  return (await inRequest({ secret }, work)).result;
}

const checkIn = () => JSON.stringify(stepOf({ filing, step: 'checkedIn', body: { people: 2 } }));
const sendStep = ({ secret, headers = {}, raw = checkIn() }: Sent) => ask(() => call(postStep, 'POST', { headers, raw }), secret);

function sendPhoto({ secret, headers = {}, raw = photo }: Sent, about: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const now = new Date().toISOString();
  const said = { id: randomUUID(), filing, deviceAt: now, sentAt: now, matter: leng.matter, ...about };
  const query = `?${new URLSearchParams(said)}`;
  return ask(() => call(postEvidence, 'POST', { headers: { 'content-type': 'image/jpeg', ...headers }, raw, query }), secret);
}
const readDay = ({ secret }: Sent) => ask(() => call(getDay, 'GET', {}), secret);

/** Every way in that a phone's session opens. */
const doors: Readonly<Record<string, (sent: Sent) => Promise<Answered>>> = {
  'visit.step': sendStep,
  'evidence.add': sendPhoto,
  'visit.day': readDay,
};
const names = Object.keys(doors);
const knock = (name: string, sent: Sent) => doors[name]?.(sent) as Promise<Answered>;

/** For each role somebody of the visit's own agency or district. */
const people: Readonly<Record<Exclude<Role, 'inspector'>, string>> = {
  ...{ officeClerk: 'luolin', officeDirector: 'xiezhiyuan', agencyFiler: 'shenleyu', agencyHead: 'zengli', systemAdmin: 'dengsiyuan' },
  ...{ securityAdmin: 'xiaowenjing', auditAdmin: 'tangminghui', witness: 'liuzhengyan', territoryOfficer: 'tangjingyuan' },
  ...{ contactLeader: 'hechangqing', liaison: 'liaoxiaoyun' },
};

const others = roles.filter((role) => role !== 'inspector');

/** Whoever tries is refused with one of these, and no row has changed afterwards. */
async function expectRefused(status: number, attempts: readonly (() => Promise<Answered>)[]): Promise<void> {
  const before = await readState();
  const answers: number[] = [];
  for (const attempt of attempts) answers.push((await attempt()).status);
  expect(answers).toEqual(attempts.map(() => status));
  expect(await readState()).toEqual(before);
}

it('every entrance of a session that writes is in the matrix', () => {
  const writing = listEntrances().filter(({ channel }) => channel === 'session');
  expect(writing.map(({ name }) => name).sort()).toEqual(names.filter((name) => name !== 'visit.day').sort());
});

describe.each(names)('%s is closed', (name) => {
  it('to whoever has no session, or one that ended, lies idle, or whose account is closed', async () => {
    const [ended, idle, closed] = await Promise.all(['hechen', 'hechen', 'shenfeijing'].map(signIn));
    await asOwner('UPDATE session SET ended_at = now() WHERE id = $1', [ended?.actor.sessionId]);
    await asOwner(`UPDATE session SET last_seen_at = now() - interval '31 minutes' WHERE id = $1`, [idle?.actor.sessionId]);
    await asOwner('UPDATE user_account SET disabled_at = now() WHERE id = $1', [closed?.actor.id]);
    const secrets = [undefined, 'of-nobody', ended?.secret, idle?.secret, closed?.secret];
    await expectRefused(
      401,
      secrets.map((secret) => () => knock(name, { secret })),
    );
    await asOwner('UPDATE user_account SET disabled_at = NULL WHERE id = $1', [closed?.actor.id]);
  });

  it('to every role but the inspector’s', async () => {
    const signed = await Promise.all(others.map((role) => signIn(people[role])));
    await expectRefused(
      403,
      signed.map(
        ({ secret }) =>
          () =>
            knock(name, { secret }),
      ),
    );
  });
});

describe('what another site’s page or another program sends', () => {
  const { secret } = mine;
  it.each(['visit.step', 'evidence.add'])('%s refuses it', async (name) => {
    const foreign = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    await expectRefused(
      403,
      foreign.map((headers) => () => knock(name, { secret, headers })),
    );
  });

  it('a step is JSON, whole, small, and says nothing unknown', async () => {
    await expectRefused(415, [() => sendStep({ secret, headers: { 'content-type': 'text/plain' } })]);
    await expectRefused(413, [() => sendStep({ secret, raw: JSON.stringify({ text: 'x'.repeat(70_000) }) })]);
    const unknown = JSON.stringify({ ...JSON.parse(checkIn()), agencyCode: '431103-fire' });
    await expectRefused(
      400,
      ['{', '[]', '{}', unknown].map((raw) => () => sendStep({ secret, raw })),
    );
  });

  it('an address with a name given twice or left out is refused', () =>
    expectRefused(400, [() => sendPhoto({ secret }, { agency: 'mine' }), () => sendPhoto({ secret }, { id: 'nothing' })]));
});

describe('others’ visits', () => {
  it.each(['yaokang', 'tanzhesi', 'xiaqiangyan'])('%s finds none', async (username) => {
    const { secret } = await signIn(username);
    await expectRefused(404, [() => sendStep({ secret }), () => sendPhoto({ secret })]);
    expect(JSON.stringify((await readDay({ secret })).body)).not.toContain(filing);
  });

  it('a colleague who is not named may do nothing there', async () => {
    const { secret, actor } = await signIn('shenfeijing');
    await asOwner('DELETE FROM filing_inspector WHERE filing_id = $1 AND inspector_id = $2', [other, actor.inspectorId]);
    const step = JSON.stringify(stepOf({ filing: other, step: 'checkedIn', body: { people: 2 } }));
    await expectRefused(409, [() => sendStep({ secret, raw: step })]);
    await expectRefused(404, [() => sendPhoto({ secret }, { filing: other })]);
    expect(JSON.stringify((await readDay({ secret })).body)).not.toContain(other);
  });
});

describe('a photo', () => {
  const { secret } = mine;
  const readKept = (id: string) =>
    readOne<{ bytes: Buffer; mime: string; size: number; receipt: string }>('SELECT * FROM evidence WHERE id = $1', [id]);

  it('is kept upright and small, without where and by what it was taken', async () => {
    expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('Phone 15');
    const id = randomUUID();
    const answer = await sendPhoto({ secret, headers: { origin: new URL(env().NEXTAUTH_URL).origin } }, { id });
    expect(answer).toMatchObject({
      status: 200,
      body: { id, conflict: '', receipt: expect.stringMatching(/^R-[0-9A-Z]{4}-[0-9A-Z]{4}$/) },
    });
    const kept = await readKept(id);
    const seen = await sharp(kept.bytes).metadata();
    expect(seen).toMatchObject({ format: 'jpeg', width: 1200, height: 1600 });
    expect([seen.exif, seen.xmp, seen.iptc, seen.icc, seen.orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(kept).toMatchObject({ mime: 'image/jpeg', size: kept.bytes.byteLength, receipt: answer.body.receipt });
  });

  it('that comes again, also twice at once, has one receipt', async () => {
    const id = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => sendPhoto({ secret }, { id })));
    const again = await sendPhoto({ secret }, { id });
    expect(new Set([...answers, again].map(({ status, body }) => `${status} ${body.receipt}`))).toEqual(
      new Set([`200 ${(await readKept(id)).receipt}`]),
    );
    await expectRefused(409, [() => sendPhoto({ secret }, { id, filing: other })]);
    expect((await readEvents(filing)).filter((event) => event === 'evidence.added')).toHaveLength(2);
  });

  it('that is none, breaks off, is too large, or unpacks to more than the memory holds is refused', async () => {
    const [noPicture, brokenOff] = [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), photo.subarray(0, photo.byteLength / 2)];
    const disguised = Buffer.concat([photo.subarray(0, 12), Buffer.from('<script>alert(1)</script>')]);
    const bomb = hugePng(12_000);
    expect(bomb.byteLength).toBeLessThan(100_000);
    await expectRefused(
      415,
      [noPicture, brokenOff, disguised, bomb, Buffer.alloc(0)].map((raw) => () => sendPhoto({ secret, raw })),
    );
    await expectRefused(413, [() => sendPhoto({ secret, raw: Buffer.alloc(6 * 1024 * 1024 + 1, 0xff) })]);
  });
});

describe('a photo is read by', () => {
  const { secret } = mine;
  type Read = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

  /** Opens the photo's address as the browser does: its status, or 404 where the framework is told so. */
  async function open(id: string, reader: string | undefined): Promise<Response | string> {
    const { GET } = (await import(join(projectRoot, 'src/app/(desk)/evidence/[id]/route.ts'))) as { GET: Read };
    const read = () =>
      GET(new Request('http://localhost:3000/'), { params: Promise.resolve({ id }) }).catch((error: Error) => error.message);
    return (await inRequest({ secret: reader }, read)).result;
  }

  it('its agency, its inspectors and the office, as a file; by nobody else', async () => {
    const id = randomUUID();
    await sendPhoto({ secret }, { id });
    for (const username of ['hechen', 'shenleyu', 'zengli', 'luolin', 'xiezhiyuan']) {
      const answer = await open(id, (await signIn(username)).secret);
      if (typeof answer === 'string') throw new Error(`${username}: ${answer}`);
      expect(answer.headers.get('content-type')).toBe('image/jpeg');
      expect(answer.headers.get('content-disposition')).toContain('attachment');
      expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).format).toBe('jpeg');
    }
    const strangers = [
      'yaokang',
      'tanzhesi',
      'zhuzhekang',
      'weibofeng',
      'jiangxinlan',
      'tangjingyuan',
      'hechangqing',
      'liuzhengyan',
      'dengsiyuan',
    ];
    for (const username of strangers) expect(`${username} ${await open(id, (await signIn(username)).secret)}`).toMatch(/404$/);
    expect(await open(id, undefined)).toBe('NEXT_REDIRECT');
    expect(await open('not-an-id', secret)).toMatch(/404$/);
  });

  it('another agency of the same visit not, though it reads the filing; a colleague who is not named not either', async () => {
    const id = randomUUID();
    await sendPhoto({ secret }, { id });
    const [partner, office, colleague] = [await agencyOf('suchenxin'), await officeOf('luolin'), await inspectorOf('shenfeijing')];
    await asOwner('INSERT INTO filing_agency (filing_id, agency_code, is_lead) VALUES ($1, $2, false)', [filing, partner.agencyCode]);
    expect(await loadEvidence(partner, id)).toBeNull();
    expect(await loadEvidence(office, id)).toMatchObject({ id });
    expect(await loadEvidence(colleague, id)).toMatchObject({ id });
    await asOwner('DELETE FROM filing_inspector WHERE filing_id = $1 AND inspector_id = $2', [filing, colleague.actor.inspectorId]);
    expect(await loadEvidence(colleague, id)).toBeNull();
  });
});

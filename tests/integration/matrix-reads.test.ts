import { describe, expect, it } from 'vitest';
import { loadKeyDesk } from '#features/api-key/queries.ts';
import { loadAuditDesk } from '#features/audit/queries.ts';
import { loadAgencyDesk, loadDistrictDesk } from '#features/declaration/queries/list-declarations.ts';
import { loadDeclaration } from '#features/declaration/queries/load-declaration.ts';
import { loadLineDesk, loadNewLineDesk } from '#features/declaration/queries/load-line-desk.ts';
import { listPublicDraws } from '#features/draw-record/queries/list-public-draws.ts';
import { loadPublicDraw } from '#features/draw-record/queries/load-public-draw.ts';
import { drawListQuery } from '#features/draw-record/schema.ts';
import { listDuplicates } from '#features/enterprise/queries/list-duplicates.ts';
import { listEnterprises } from '#features/enterprise/queries/list-enterprises.ts';
import { loadEnterprise } from '#features/enterprise/queries/load-enterprise.ts';
import { searchEnterprises } from '#features/enterprise/queries.ts';
import { enterpriseFilter } from '#features/enterprise/schema.ts';
import { listDrawnVisits } from '#features/filing/queries/list-drawn-visits.ts';
import { listFilings } from '#features/filing/queries/list-filings.ts';
import { loadApiFiling } from '#features/filing/queries/load-api-filings.ts';
import { loadDraftDesk } from '#features/filing/queries/load-draft-desk.ts';
import { loadFiling } from '#features/filing/queries/load-filing.ts';
import { drawnFilter, filingFilter } from '#features/filing/schema.ts';
import { homeOf } from '#features/frame/labels.ts';
import { loadInspector } from '#features/inspector/queries/load-inspector.ts';
import { loadJointDesk } from '#features/joint-visit/queries/load-joint-desk.ts';
import { jointFilter } from '#features/joint-visit/schema.ts';
import { loadProposal } from '#features/matter/queries/load-matter.ts';
import { loadInbox } from '#features/notification/queries/load-inbox.ts';
import { inboxFilter } from '#features/notification/schema.ts';
import { listRefusals } from '#features/refusal/queries.ts';
import { loadImport, loadImportDesk } from '#features/register/queries/load-import.ts';
import { rowFilter } from '#features/register/schema.ts';
import { loadAct } from '#features/review/queries/load-act.ts';
import { loadLine } from '#features/review/queries/load-line.ts';
import { listSessions } from '#features/session/queries.ts';
import { loadSheetDesk } from '#features/sheet/queries/list-sheets.ts';
import { loadSheet, loadSheetFile } from '#features/sheet/queries/load-sheet.ts';
import { listUsers } from '#features/user/queries.ts';
import { agencyScope, drawScope, type FilingScope, inspectorScope, officeScope, publicScope, scopeOfUser } from '#platform/scope.ts';
import { demoAccounts } from '#seed/accounts.data.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { adminOf, agencyOf, officeOf, signIn } from '#support/people.ts';
import { freeEnterprise } from '#support/requests.ts';
import { reviewYear } from '#support/review.ts';
import { thisYear } from '#support/sheets.ts';
import { makeTargets } from '#support/targets.ts';

const targets = await makeTargets(journey.leng, { filer: 'shenleyu', head: 'zengli', user: 'yaokang', disabledUser: 'xiongwenhan' });
const filings = [targets.submitted, targets.returned, targets.held, targets.filed];

async function inspectorOf(username: string): Promise<FilingScope> {
  const scope = inspectorScope((await signIn(username)).actor);
  if (!scope) throw new Error(`${username} is no inspector`);
  return scope;
}

/** Every id in the list, page by page, and the total that it gives. */
async function listAll(scope: FilingScope): Promise<{ ids: string[]; total: number }> {
  const ids: string[] = [];
  for (let page = 1; ; page++) {
    const { rows, total, pages } = await listFilings(scope, filingFilter.parse({ page, size: 100 }));
    ids.push(...rows.map(({ id }) => id));
    if (page >= pages) return { ids, total };
  }
}

const reach = {
  office: 'SELECT id FROM filing WHERE district_code = $1',
  agency: 'SELECT filing.id FROM filing JOIN filing_agency ON filing_id = filing.id WHERE agency_code = $1',
  inspector: 'SELECT filing_id AS id FROM filing_inspector WHERE inspector_id = $1',
};

describe('a list holds what the scope reaches: all of it, nothing else, each once', () => {
  it.each([
    ['luolin', 'office', officeOf],
    ['penghaoran', 'office', officeOf],
    ['shenleyu', 'agency', agencyOf],
    ['daiyuangui', 'agency', agencyOf],
    ['weibofeng', 'agency', agencyOf],
    ['hechen', 'inspector', inspectorOf],
    ['jinyuhan', 'inspector', inspectorOf],
  ] as const)('%s', async (username, kind, open) => {
    const scope: FilingScope = await open(username);
    const actor = scope.actor.type === 'user' ? scope.actor : null;
    const whose = { office: scope.districtCode, agency: scope.agencyCode, inspector: actor?.inspectorId }[kind];
    const expected = (await asOwner<{ id: string }>(reach[kind], [whose])).map(({ id }) => id).sort();
    const { ids, total } = await listAll(scope);
    expect([...ids].sort()).toEqual(expected);
    expect(total).toBe(expected.length);
  });
});

describe('what the scope does not reach is not there', () => {
  it.each(['weibofeng', 'zhuzhekang', 'fanguili'])('an agency: %s', async (username) => {
    const scope = await agencyOf(username);
    for (const id of filings) expect([await loadFiling(scope, id), await loadApiFiling(scope, id)]).toEqual([null, null]);
    expect(await loadDraftDesk(scope, targets.draft)).toBeNull();
    const names = (await listRefusals(scope, 1)).rows.map(({ agency }) => agency);
    expect(new Set(names).size).toBeLessThanOrEqual(1);
  });

  it("the other district's office, and an inspector who is not named", async () => {
    const scopes = [await officeOf('penghaoran'), await inspectorOf('xiaqiangyan'), await inspectorOf('yuqi')];
    for (const scope of scopes) for (const id of filings) expect(await loadFiling(scope, id)).toBeNull();
  });

  it("the other district's enterprises, searched by name or code", async () => {
    const scope = await agencyOf('weibofeng');
    expect(await searchEnterprises(scope, freeEnterprise(journey.leng, 0))).toEqual([]);
    expect(await searchEnterprises(scope, '冷水滩')).toEqual([]);
    expect((await listDrawnVisits(scope, drawnFilter.parse({}), 500)).rows.filter(({ uscc }) => uscc.startsWith('91431103'))).toEqual([]);
  });

  it.each(['weibofeng', 'zhuzhekang', 'fanguili'])('declarations, lines and sheets of another agency: %s', async (username) => {
    const scope = await agencyOf(username);
    const { declaration, sentDeclaration, line, sheet, importedSheet } = targets;
    for (const id of [declaration, sentDeclaration]) expect(await loadDeclaration(scope, { id, page: 1 })).toBeNull();
    expect([await loadNewLineDesk(scope, declaration), await loadLineDesk(scope, line)]).toEqual([null, null]);
    for (const id of [sheet, importedSheet]) expect([await loadSheet(scope, id), await loadSheetFile(scope, id)]).toEqual([null, null]);
    const { years } = await loadAgencyDesk(scope);
    const ids = years.flatMap(({ declarations }) => declarations.map(({ id }) => id));
    expect(ids).not.toContain(declaration);
    expect((await loadSheetDesk(scope, thisYear)).sheets.map(({ id }) => id)).not.toContain(importedSheet);
  });

  it('a declaration that its head has not sent on, for the office; one of the other district, for its office', async () => {
    const [own, foreign] = [await officeOf('luolin'), await officeOf('penghaoran')];
    for (const scope of [own, foreign])
      for (const id of [targets.declaration, targets.sentDeclaration]) expect(await loadDeclaration(scope, { id, page: 1 })).toBeNull();
    const { agencies } = await loadDistrictDesk(foreign, undefined);
    expect(agencies.filter(({ code }) => !code.startsWith('511724'))).toEqual([]);
  });

  it("the other district's lines at the desk", async () => {
    const [own, foreign] = [await officeOf('luolin'), await officeOf('penghaoran')];
    const asked = { action: 'drop', lineIds: [targets.reviewLine] } as const;
    expect(await loadLine(own, targets.reviewLine)).not.toBeNull();
    expect([await loadLine(foreign, targets.reviewLine), await loadProposal(foreign, targets.matterProposal)]).toEqual([null, null]);
    expect([(await loadAct(own, reviewYear, asked))?.lines.length, await loadAct(foreign, reviewYear, asked)]).toEqual([1, null]);
  });

  it("other agencies' joint visits, and the other district's", async () => {
    const idsOf = async (scope: Parameters<typeof loadJointDesk>[0]) =>
      (await loadJointDesk(scope, jointFilter.parse({ view: 'joined' }))).joined.map(({ id }) => id);
    expect(await idsOf(await officeOf('luolin'))).toContain(targets.jointVisit);
    expect(await idsOf(await agencyOf('suchenxin'))).toContain(targets.jointVisit);
    for (const scope of [await officeOf('penghaoran'), await agencyOf('zhuzhekang'), await agencyOf('weibofeng')])
      expect(await idsOf(scope)).not.toContain(targets.jointVisit);
  });

  it('a draw that is being prepared, for everybody', async () => {
    const scope = publicScope({ type: 'public' });
    const { rows } = await listPublicDraws(scope, drawListQuery.parse({ status: 'prepared' }));
    const places = await asOwner<{ district: string; year: number; serial: number | null }>(
      'SELECT district_code AS district, year, serial FROM draw WHERE id = $1',
      [targets.preparedDraw],
    );
    expect(places.map(({ serial }) => serial)).toEqual([null]);
    expect(rows.filter(({ no }) => no === null)).toEqual([]);
    expect(await loadPublicDraw(scope, { district: '431103', no: { year: places[0]?.year ?? 0, serial: 0 } })).toBeNull();
  });

  it('business data, for the witness: draws only, and the own messages', async () => {
    const { actor } = await signIn('liuzhengyan');
    const scope = scopeOfUser(actor);
    expect([scope.kind, agencyScope(actor), officeScope(actor), inspectorScope(actor)]).toEqual(['witness', null, null, null]);
    expect(drawScope(actor)).not.toBeNull();
    expect(homeOf('witness')).toBe('/drawing');
    expect((await loadInbox(scope, inboxFilter.parse({}))).rows.filter(({ href }) => !/^\/draw(ing|s)\//.test(href ?? ''))).toEqual([]);
  });

  it("the other district's register, imports and duplicates; another agency's inspectors", async () => {
    const [foreign, agency] = [await officeOf('penghaoran'), await agencyOf('weibofeng')];
    const [all, rows] = [enterpriseFilter.parse({ q: '冷水滩' }), rowFilter.parse({})];
    const { inspector, registerImport, enterprise, twin } = targets;
    for (const scope of [foreign, agency]) {
      expect((await listEnterprises(scope, all)).total).toBe(0);
      expect([await loadEnterprise(scope, enterprise), await loadEnterprise(scope, twin)]).toEqual([null, null]);
      expect([await loadInspector(scope, inspector), await loadImport(scope, registerImport, rows)]).toEqual([null, null]);
      expect((await loadImportDesk(scope)).imports.map(({ id }) => id)).not.toContain(registerImport);
    }
    const { pairs } = await listDuplicates(foreign, 1);
    expect(pairs.filter(({ one }) => one.uscc.slice(2, 8) === '431103')).toEqual([]);
    for (const username of ['zhuzhekang', 'fanguili']) {
      const scope = await agencyOf(username);
      expect([await loadInspector(scope, inspector), await loadImport(scope, registerImport, rows)]).toEqual([null, null]);
    }
  });

  it("other people's messages", async () => {
    const [own, other] = await Promise.all([agencyOf('zengli'), agencyOf('fanguili')]);
    expect((await loadInbox(own, inboxFilter.parse({}))).rows.map(({ href }) => href)).toContain(`/filings/${targets.submitted}`);
    expect((await loadInbox(other, inboxFilter.parse({}))).rows.map(({ href }) => href)).not.toContain(`/filings/${targets.submitted}`);
  });

  it("the other district's users, sessions, keys and log", async () => {
    const [system, security, audit] = await Promise.all([adminOf('yanjunhao'), adminOf('luyuting'), adminOf('fengshutong')]);
    const strangers = new Set(demoAccounts.filter(({ districtCode }) => districtCode !== '511724').map(({ username }) => username));
    expect((await listUsers(system)).filter(({ username }) => strangers.has(username))).toEqual([]);
    expect((await listSessions(security)).filter(({ username }) => strangers.has(username))).toEqual([]);
    expect((await loadKeyDesk(security)).keys.map(({ id }) => id)).not.toContain(targets.key);
    const { rows } = await loadAuditDesk(audit, { subject: targets.filed });
    expect(rows).toEqual([]);
  });

  it('business data, for the three administrators: their scope is of a kind that no query of filings takes', async () => {
    for (const username of ['dengsiyuan', 'xiaowenjing', 'tangminghui']) {
      const { actor } = await signIn(username);
      expect(scopeOfUser(actor).kind).toBe('admin');
    }
  });
});

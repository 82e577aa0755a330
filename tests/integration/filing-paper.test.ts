import { describe, expect, it } from 'vitest';
import { groupPublicCode } from '#domain/inspection/public-code.ts';
import { answerForm, answerNotice } from '#features/filing/api/papers.ts';
import { inspectorScope, noticeScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { approveVisit, submitVisit } from '#support/filings.ts';
import { readPdf } from '#support/pdf-text.ts';
import { agencyOf, officeOf, signIn } from '#support/people.ts';
import { caseVisit, enterpriseId, freeEnterprise, plannedVisit } from '#support/requests.ts';
import { readOne } from '#support/rows.ts';

const { leng } = journey;
const [filer, head, stranger] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli'), agencyOf('weibofeng')]);
const rare = '𪛖😀';
const enterprise = freeEnterprise(leng, 0);
await asOwner(`UPDATE enterprise SET name = $2, key_enterprise = true WHERE id = $1`, [
  enterpriseId(leng, enterprise),
  `永州市${rare}商贸有限公司`,
]);
const { id } = await approveVisit(filer, head, plannedVisit(leng));

async function textOf(answer: Response | null) {
  if (!answer) throw new Error('no document');
  const { pages, boxes } = readPdf(new Uint8Array(await answer.arrayBuffer()));
  return { pages, boxes, all: pages.join('').replaceAll(/\s/g, '') };
}

const facts = () =>
  readOne<{
    filing_no: string;
    public_code: string;
    hash: string;
    matter: string;
    basis: string;
    people: string[];
    phone: string;
    site: string;
  }>(
    `SELECT filing_no, public_code, matter.name AS matter, basis_instrument AS basis, handler_phone AS phone, site_address AS site,
      (SELECT hash FROM audit_record WHERE subject = filing.id::text ORDER BY at DESC, seq DESC LIMIT 1) AS hash,
      ARRAY(SELECT unnest(ARRAY[name, credential_no]) FROM filing_inspector JOIN inspector ON inspector.id = inspector_id WHERE filing_id = filing.id) AS people
    FROM filing JOIN filing_matter ON filing_id = filing.id JOIN matter ON matter.id = matter_id WHERE filing.id = $1`,
    [id],
  );

describe('the filing form on paper', () => {
  it('says what the page says: parties, matters, people, verdict, history, code, checksum, places to sign', async () => {
    const [{ all, pages, boxes }, known] = [await textOf(await answerForm(filer, id)), await facts()];
    const said = [
      ...['入企检查备案表', '参考样式', known.filing_no, groupPublicCode(known.public_code), known.hash.slice(0, 32)],
      ...[known.matter, known.basis, known.phone, known.site, ...known.people, enterprise, '重点企业'],
      ...['状态：已备案', '为什么可以', '宁静日', '两名执法人员', '负责人批准：曾立', '送分管负责人批准', '备案，生成编号和查验码'],
      ...['执法人员签名', '企业签收（或注明拒签）', '日期', '属地告知'],
    ];
    for (const each of said) expect(all).toContain(each.replaceAll(/\s/g, ''));
    pages.forEach((text, index) => {
      expect(text).toContain(`第 ${index + 1} 页 共 ${pages.length} 页`);
    });
    expect(boxes).toBe(0);
  });

  it('names a character that its font cannot write by its number', async () => {
    const { all, boxes } = await textOf(await answerForm(filer, id));
    expect(all).toContain('〔U+1F600〕');
    expect([all.includes('😀'), boxes]).toEqual([false, 0]);
  });

  it('carries the marks of an emergency, and each registered change with its reason', async () => {
    await asOwner(
      `INSERT INTO filing_amendment (id, district_code, filing_id, no, agency_code, status, channel, reason, request, before, touches, proposed_at, registered_at)
       SELECT gen_random_uuid(), district_code, id, 1, lead_agency_code, 'registered', 'form', '何晨请假，换人', request, request, '{people}', now(), now() FROM filing WHERE id = $1`,
      [id],
    );
    await asOwner('ALTER TABLE filing DISABLE TRIGGER filing_emergency_stays');
    await asOwner('UPDATE filing SET emergency = true WHERE id = $1', [id]);
    const [form, notice] = [await textOf(await answerForm(filer, id)), await textOf(await answerNotice(filer, id))];
    await asOwner('UPDATE filing SET emergency = false WHERE id = $1', [id]);
    await asOwner('ALTER TABLE filing ENABLE TRIGGER filing_emergency_stays');
    for (const each of ['紧急检查', '变更登记', '变更1', '何晨请假，换人']) expect(form.all).toContain(each);
    expect(notice.all).toContain('紧急检查');
  });

  it('exists for filings with a number, for those who may see them', async () => {
    const submitted = await submitVisit(filer, caseVisit(leng, { enterprise: freeEnterprise(leng, 1) }));
    expect([await answerForm(filer, submitted), await answerNotice(filer, submitted)]).toEqual([null, null]);
    const named = inspectorScope((await signIn('hechen')).actor);
    const other = inspectorScope((await signIn('xiaqiangyan')).actor);
    if (!named || !other) throw new Error('no inspectors');
    for (const scope of [named, await officeOf('luolin'), head]) expect(await answerForm(scope, id)).not.toBeNull();
    for (const scope of [stranger, other, await officeOf('penghaoran')])
      expect([await answerForm(scope, id), await answerNotice(scope, id)]).toEqual([null, null]);
  });
});

describe('the notice to the enterprise and its territory', () => {
  it('says who comes when for what, how to check it, and whom else it was told', async () => {
    const [{ all, boxes, pages }, known] = [await textOf(await answerNotice(filer, id)), await facts()];
    const { territory } = await readOne<{ territory: string }>(
      'SELECT territory.name AS territory FROM territory_notice JOIN territory ON territory.code = territory_code WHERE filing_id = $1',
      [id],
    );
    const said = [
      '入企检查告知书',
      known.filing_no,
      groupPublicCode(known.public_code),
      known.matter,
      ...known.people,
      territory,
      '企业签收',
      '属地签收',
    ];
    for (const each of said) expect(all).toContain(each.replaceAll(/\s/g, ''));
    expect([boxes, pages[0]?.includes('第 1 页 共')]).toEqual([0, true]);
    for (const secret of [known.phone, '为什么可以']) expect(all).not.toContain(secret);
  });

  it('is read by the territory that is told, and by no other', async () => {
    const scopes = [];
    for (const username of ['tangjingyuan', 'zhoujingkai']) {
      const { actor } = await signIn(username);
      const [row] = await asOwner<{ code: string }>('SELECT territory_code AS code FROM territory_notice WHERE filing_id = $1', [id]);
      const own = username === 'tangjingyuan' ? (row?.code ?? '') : '511724-nowhere';
      scopes.push(noticeScope({ ...actor, territoryCode: own }));
    }
    const [told, untold] = scopes;
    if (!told || !untold) throw new Error('no territory');
    expect(await answerNotice(told, id)).not.toBeNull();
    expect(await answerNotice(untold, id)).toBeNull();
  });
});

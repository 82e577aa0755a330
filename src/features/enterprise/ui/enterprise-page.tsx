import type { ReactNode } from 'react';
import { maskPhone } from '#domain/enterprise/mask-phone.ts';
import { KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { sayRisk, saySize, statusLabels } from '../labels.ts';
import type { EnterpriseView } from '../queries/load-enterprise.ts';
import { EnterpriseDraws, EnterpriseVisits } from './enterprise-history.tsx';
import { MergedHere, Suspects } from './enterprise-twins.tsx';
import type { RegisterReader } from './register-tabs.tsx';

const yes = (value: boolean) => (value ? '是' : '否');

function factsOf(enterprise: EnterpriseView) {
  const { uscc, territory, accountable, inPark, industry, industryName, size, risk, keyEnterprise, undisturbed, address } = enterprise;
  const { contactName, contactPhone } = enterprise;
  return [
    { term: '统一社会信用代码', value: uscc },
    { term: '地址', value: address || '没有登记' },
    { term: '属地', value: inPark ? `${territory}；在园区，由${accountable}负责` : territory },
    { term: '行业', value: `${industry}　${industryName}` },
    { term: '规模', value: saySize(size) },
    { term: '信用风险等级', value: sayRisk(risk) },
    { term: '重点企业', value: yes(keyEnterprise) },
    { term: '无事不扰名单', value: yes(undisturbed) },
    { term: '联系人', value: contactName ? `${contactName}　${maskPhone(contactPhone)}` : '没有登记' },
  ];
}

function Moved({ mergedInto }: EnterpriseView) {
  if (!mergedInto) return null;
  return (
    <p className="say wait mb-6">
      这一条已并入 <a href={`/enterprises/${mergedInto.id}`}>{mergedInto.name}</a>，不再抽取，不能备案。以往的备案仍记在这一条。
    </p>
  );
}

type Props = {
  enterprise: EnterpriseView;
  reader: RegisterReader;
  /** Who looks after it. */
  contacts: ReactNode;
};

/** One enterprise: its record, this year's visits, the draws it was in, what was merged into it. */
export function EnterpriseRecordPage({ enterprise, reader, contacts }: Props) {
  const { name, status } = enterprise;
  const { word, look } = statusLabels[status];
  return (
    <>
      <PageHead title={name} crumb={{ href: '/enterprises', label: '名录', here: name }} note={<Status look={look}>{word}</Status>} />
      <Moved {...enterprise} />
      <div className="g">
        <Section className="c5" title="登记">
          <KeyValues items={factsOf(enterprise)} />
        </Section>
        <div className="c7 stack">
          {contacts}
          <EnterpriseVisits enterprise={enterprise} reader={reader} />
          <EnterpriseDraws draws={enterprise.draws} now={enterprise.now} />
          <Suspects enterprise={enterprise} reader={reader} />
          <MergedHere enterprise={enterprise} reader={reader} />
        </div>
      </div>
    </>
  );
}

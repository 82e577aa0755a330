import { KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { sayCredential, sayValid, validityLabels } from '../labels.ts';
import type { InspectorView } from '../queries/load-inspector.ts';
import { ChangeForm } from './change-form.tsx';
import { Recusals } from './recusals.tsx';

function factsOf(inspector: InspectorView) {
  const { agency, credentialNo, credentialKind, leftOn, groups, options, responsibleLeader } = inspector;
  const ranges = options.filter(({ value }) => groups.includes(value)).map(({ label }) => label);
  return [
    { term: '单位', value: agency },
    { term: '执法证', value: credentialNo ? `${credentialNo}　${sayCredential(credentialKind)}` : sayCredential(credentialKind) },
    { term: '有效期', value: sayValid(inspector) || '无' },
    { term: '执法范围', value: ranges.length > 0 ? ranges.join('；') : '没有登记' },
    { term: '分管负责人', value: responsibleLeader ? '是，只批准，不参加抽取' : '否' },
    { term: '离岗', value: leftOn ?? '在岗' },
  ];
}

/** One inspector: credential, ranges, recusals; the agency's filer changes them. */
export function InspectorRecordPage({ inspector }: { inspector: InspectorView }) {
  const { name, validity, canChange } = inspector;
  const { word, look } = validityLabels[validity];
  return (
    <>
      <PageHead title={name} crumb={{ href: '/inspectors', label: '执法人员', here: name }} note={<Status look={look}>{word}</Status>} />
      <div className="g">
        <div className="c6 stack">
          <Section title="登记">
            <KeyValues items={factsOf(inspector)} />
          </Section>
          <Recusals inspector={inspector} />
        </div>
        <Section className="c6" title="更改">
          {canChange ? <ChangeForm inspector={inspector} /> : <p>由所在单位填报人更改。</p>}
        </Section>
      </div>
    </>
  );
}

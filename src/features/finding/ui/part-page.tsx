import { isPermitted, type Role } from '#domain/access/permissions.ts';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { spanWords } from '#ui/words.ts';
import type { PartDesk, PartView } from '../queries/load-part-desk.ts';
import { FindingsTable } from './findings-table.tsx';
import { LetterSteps } from './letter-steps.tsx';
import { Orders } from './order-steps.tsx';
import { Photos } from './photos.tsx';
import { RecordForm } from './record-form.tsx';

type Props = { readonly desk: PartDesk; readonly role: Role };

function Part({ desk, role, part }: Props & { readonly part: PartView }) {
  const canRecord = part.isOwn && isPermitted(role, 'finding.record') && part.checkedInAt !== null && part.letter === null;
  return (
    <div className="g">
      <div className="c8 stack">
        <Section title={part.agency.shortName} end={part.isLead ? '牵头' : '协同'}>
          {canRecord ? <RecordForm desk={desk} part={part} /> : <FindingsTable part={part} today={desk.today} />}
          <Photos
            items={canRecord ? part.evidence.filter(({ matterId }) => matterId === null) : part.evidence}
            of={part.agency.shortName}
          />
        </Section>
      </div>
      <div className="c4 stack">
        <Section title={`告知和公示${desk.parts.length > 1 ? `　${part.agency.shortName}` : ''}`}>
          <LetterSteps desk={desk} part={part} role={role} />
        </Section>
        <Orders desk={desk} part={part} role={role} />
      </div>
    </div>
  );
}

/** What was found on a visit, agency by agency, one's own first. */
export function FindingsPage({ desk, role }: Props) {
  const { filing, parts } = desk;
  const ordered = [...parts.filter(({ isOwn }) => isOwn), ...parts.filter(({ isOwn }) => !isOwn)];
  const title = `检查结果　${filing.enterprise.name}`;
  return (
    <>
      <PageHead
        crumb={{ href: `/filings/${filing.id}`, label: filing.filingNo ?? '备案', here: '检查结果' }}
        title={title}
        note={spanWords({ start: filing.startsAt, end: filing.endsAt }, desk.now)}
      />
      <div className="stack">
        {ordered.map((part) => (
          <Part key={part.agencyCode} desk={desk} role={role} part={part} />
        ))}
      </div>
    </>
  );
}

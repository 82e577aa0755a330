import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import type { DraftDesk } from '../queries/load-draft-desk.ts';
import type { InspectorOption } from '../queries/load-draft-options.ts';

function Inspectors({ rows, chosen }: { rows: readonly InspectorOption[]; chosen: ReadonlySet<string> }) {
  return (
    <div className="two-columns">
      {rows.map((row) => (
        <Choice
          key={row.credentialNo}
          type="checkbox"
          name="inspectors"
          value={row.credentialNo}
          label={`${row.name}　${row.agency}${row.rank ? `　抽取第 ${row.rank} 位` : ''}`}
          note={`${row.credentialNo}　有效期至 ${row.validTo}`}
          checked={chosen.has(row.credentialNo)}
        />
      ))}
    </div>
  );
}

/** Those drawn and those ticked first, the rest of the register folded. */
export function DraftPeople({ desk }: { desk: DraftDesk }) {
  const chosen = new Set(desk.body.inspectors);
  const first = desk.options.inspectors.filter(({ rank, credentialNo }) => rank !== null || chosen.has(credentialNo));
  const others = desk.options.inspectors.filter((row) => !first.includes(row));
  const { draw } = desk.facts;
  return (
    <Section title="4　执法人员" end={draw ? `抽取结果 ${draw.drawNo}　不少于 2 人` : '不少于 2 人'}>
      <ChoiceGroup legend="执法人员" id="inspectors" hideLegend>
        <Inspectors rows={first} chosen={chosen} />
        {others.length > 0 ? (
          <Fold summary={`名册中其他执法人员 ${others.length} 人`} open={first.length === 0}>
            <Inspectors rows={others} chosen={chosen} />
          </Fold>
        ) : null}
      </ChoiceGroup>
      <p className="hint mt-2">经抽取的检查，只能由抽中的人员参加{draw?.registered ? '，后面的是备选' : ''}。</p>
    </Section>
  );
}

import { judgeTerritoryNotice } from '#domain/inspection/rules/territory-notice.ts';
import { AreaField } from '#ui/area-field.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { separationWords, triggerWords } from '../labels.ts';
import type { DraftDesk } from '../queries/load-draft-desk.ts';

const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

function Trigger({ desk: { body } }: { desk: DraftDesk }) {
  const isNeeded = body.kind === 'directed' || body.kind === 'case';
  return (
    <Fold summary="检查缘由（上级部署、个案检查必填）" open={isNeeded}>
      <div className="btns end-aligned">
        <SelectField label="缘由" name="triggerType" blank="请选择" options={optionsOf(triggerWords)} value={body.triggerType} />
        <TextField
          label="文号或编号"
          name="triggerReference"
          hint="文件号、举报编号、案件号等，不写举报人"
          value={body.triggerReference}
          size={30}
        />
      </div>
    </Fold>
  );
}

function Partners({ desk: { body, options, facts } }: { desk: DraftDesk }) {
  const chosen = new Set(body.coAgencies);
  const lead = body.lead || facts.filingAgency;
  const inspecting = options.agencies.filter(({ code, subjectKind }) => code !== lead && (subjectKind !== 'none' || chosen.has(code)));
  return (
    <Fold
      summary={`牵头与协同单位${chosen.size > 0 ? `（协同 ${chosen.size} 个）` : ''}`}
      open={chosen.size > 0 || lead !== facts.filingAgency}
    >
      <SelectField
        label="牵头单位"
        name="lead"
        options={options.agencies.map(({ code, shortName }) => ({ value: code, label: shortName }))}
        value={lead}
        width="m"
      />
      <ChoiceGroup legend="协同单位" id="coAgencies">
        <div className="two-columns">
          {inspecting.map(({ code, shortName }) => (
            <Choice key={code} type="checkbox" name="coAgencies" value={code} label={shortName} checked={chosen.has(code)} />
          ))}
        </div>
      </ChoiceGroup>
    </Fold>
  );
}

function Exceptions({ desk: { body } }: { desk: DraftDesk }) {
  return (
    <Fold summary="超频次理由、不并入其他单位检查的理由" open={body.overCapReason !== '' || body.separateGround !== ''}>
      <AreaField label="本年次数已满仍须检查的理由" name="overCapReason" optional rows={2} maxLength={500} value={body.overCapReason} />
      <div className="btns end-aligned">
        <SelectField
          label="不并入的情形"
          name="separateGround"
          blank="无"
          options={optionsOf(separationWords)}
          value={body.separateGround}
        />
        <TextField label="说明" name="separateReason" value={body.separateReason} size={30} />
      </div>
    </Fold>
  );
}

/** Trigger, partners, another site, and what is claimed beyond the ordinary. */
export function DraftReasons({ desk }: { desk: DraftDesk }) {
  const { facts } = desk;
  const isDue = judgeTerritoryNotice(facts).outcome === 'duty';
  return (
    <Section title="5　缘由、协同与告知">
      <Trigger desk={desk} />
      <Partners desk={desk} />
      <Exceptions desk={desk} />
      <TextField label="检查地点" name="site" optional hint={`不填即为登记地址：${desk.address}`} value={desk.body.site} width="l" />
      <p className="mt-4">
        属地告知　{facts.enterprise.accountableTerritory}，{isDue ? '备案后自动告知，入企须等告知' : '按本地规定不须告知'}
      </p>
    </Section>
  );
}

import { objectDrawAction } from '#features/draw/actions.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredArea, AnsweredText } from '#ui/answered-field.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import type { PublicDraw } from '../queries/load-public-draw.ts';
import { drawHref } from './draw-href.ts';
import { addressOf, isOpenToObjections } from './draw-words.ts';

function Rules({ shown: { draw, now } }: { shown: PublicDraw }) {
  return (
    <Section className="c5" title="提出之前">
      <ul className="plain-list">
        <li>冻结名单里的企业（候选的和被排除的）和执法人员可以提出，填统一社会信用代码或执法证号。</li>
        {draw.record ? <li>异议期到 {momentWords(draw.record.objectionEnd, now)}。所有异议答复之前，不开始承诺。</li> : null}
        <li>您写的理由和办公室的答复公开；姓名和电话只有办公室看得到，只用来同您核实，不写进冻结的名单，也不公开是谁提出的。</li>
        <li>异议成立，这次抽取作废，改正名单后重新抽取；不成立，答复会写明依据。</li>
        <li>
          也可以打电话：{draw.district.officeName}　{draw.district.officePhone}
        </li>
      </ul>
    </Section>
  );
}

function ObjectionForm({ shown: { draw } }: { shown: PublicDraw }) {
  return (
    <Section className="c7" title="提出异议">
      <ActionForm action={objectDrawAction} errorTitle="没有提交异议">
        <input type="hidden" name="district" value={draw.districtCode} />
        <input type="hidden" name="no" value={`${draw.year}-${draw.serial}`} />
        <AnsweredText name="who" label="统一社会信用代码或执法证号" width="m" autoComplete="off" maxLength={40} />
        <AnsweredArea
          name="text"
          label="哪里不对"
          hint="写明名单、排除理由、票数或人员中哪一处不对，应当是什么"
          rows={5}
          maxLength={1000}
        />
        <AnsweredText name="name" label="姓名" hint="不公开" width="m" autoComplete="name" maxLength={30} />
        <AnsweredText name="phone" label="电话" hint="不公开，办公室用来核实" width="m" type="tel" autoComplete="tel" maxLength={20} />
        <p className="btns">
          <SubmitButton look="primary" pending="正在提交异议">
            提交异议
          </SubmitButton>
        </p>
      </ActionForm>
    </Section>
  );
}

/** The objection to a frozen record, for whoever stands in it; closed once the period is over. */
export function ObjectPage({ shown }: { shown: PublicDraw }) {
  const { draw } = shown;
  const href = drawHref(addressOf(shown));
  return (
    <>
      <PageHead crumb={{ href, label: draw.no ?? '', here: '提出异议' }} title={`对 ${draw.no} 提出异议`} />
      <div className="g">
        {isOpenToObjections(shown) ? (
          <ObjectionForm shown={shown} />
        ) : (
          <Section className="c7" title="异议期已经结束">
            <p>
              这次抽取不再接受异议。已提出的异议和答复在<a href={`${href}#objections`}>抽取页</a>。对结果有意见，请打
              {draw.district.officeName}电话 {draw.district.officePhone}。
            </p>
          </Section>
        )}
        <Rules shown={shown} />
      </div>
    </>
  );
}

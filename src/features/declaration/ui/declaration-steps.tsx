import { isOpenToFiler } from '#domain/declaration/lifecycle.ts';
import type { UserActor } from '#platform/scope.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredText } from '#ui/answered-field.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { approveDeclarationAction, nameApprovalAction, returnDeclarationAction, submitDeclarationAction } from '../actions.ts';
import type { DeclarationView } from '../queries/load-declaration.ts';

type Props = { declaration: DeclarationView; reader: UserActor };

function Approval({ declaration }: { declaration: DeclarationView }) {
  return (
    <Section title="批准文件">
      <ActionForm action={nameApprovalAction} className="stack close" errorTitle="没有保存">
        <input type="hidden" name="declaration" value={declaration.id} />
        <AnsweredText
          label="批准文件的名称和文号"
          name="approvalDocument"
          width="l"
          maxLength={100}
          value={declaration.approvalDocument}
          hint="专项计划送批前必须填写"
        />
        <SubmitButton pending="正在保存">保存批准文件</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function Sending({ declaration }: { declaration: DeclarationView }) {
  const isEmpty = declaration.total === 0;
  return (
    <Section title="送批">
      <ActionForm action={submitDeclarationAction} className="stack close" errorTitle="没有送批">
        <input type="hidden" name="declaration" value={declaration.id} />
        <p className="hint">
          {declaration.returned > 0
            ? `有 ${declaration.returned} 行在本单位修改，重新送批后由办公室再审。`
            : '送批后不能再改，退回后可以改。'}
        </p>
        {isEmpty ? (
          <AnsweredChoices
            type="checkbox"
            legend="没有申报行"
            name="isEmpty"
            value={[]}
            options={[{ value: 'yes', label: '零申报：这一年度没有检查安排' }]}
          />
        ) : null}
        <SubmitButton pending="正在送批" look="primary">
          送分管负责人批准
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}

function Decision({ declaration, reader }: Props) {
  const isOwn = declaration.submittedById === reader.id;
  return (
    <Section title="批准">
      <ActionForm action={approveDeclarationAction} errorTitle="没有批准">
        <input type="hidden" name="declaration" value={declaration.id} />
        <input type="hidden" name="submittedAt" value={declaration.submittedAt?.toISOString()} />
        <p className="hint mb-3" id="approve-why">
          {isOwn ? '您送批的申报须由另一位负责人批准。' : '批准后报办公室审核，单位不能再改；需要改的，由办公室退回。'}
        </p>
        <SubmitButton pending="正在批准" look="primary" unavailable={isOwn} reason="approve-why">
          批准，报办公室
        </SubmitButton>
      </ActionForm>
      <Fold summary="退回填报人">
        <ActionForm action={returnDeclarationAction} className="stack close" errorTitle="没有退回">
          <input type="hidden" name="declaration" value={declaration.id} />
          <AnsweredArea label="退回理由" name="reason" maxLength={500} />
          <SubmitButton pending="正在退回" look="negative">
            退回填报人
          </SubmitButton>
        </ActionForm>
      </Fold>
    </Section>
  );
}

/** What this reader has to do with the declaration now; the server refuses anything else in any case. */
export function DeclarationSteps({ declaration, reader }: Props) {
  if (declaration.agencyCode !== reader.agencyCode) return null;
  if (declaration.status === 'submitted' && reader.role === 'agencyHead') return <Decision declaration={declaration} reader={reader} />;
  const isOpen = isOpenToFiler({ status: declaration.status, wasSentOn: declaration.approvedAt !== null });
  if (!isOpen || reader.role !== 'agencyFiler') return null;
  return (
    <>
      {declaration.kind === 'special' && declaration.approvedAt === null ? <Approval declaration={declaration} /> : null}
      <Sending declaration={declaration} />
    </>
  );
}

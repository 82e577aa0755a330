import { ActionForm } from '#ui/action-form.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { joinAllVisitsAction } from '../actions.ts';

/** Joins everything as proposed, in one step. */
export function JoinAll({ count }: { count: number }) {
  return (
    <ActionForm action={joinAllVisitsAction} errorTitle="没有合并">
      <div className="btns mt-3 mb-3">
        <SubmitButton look="primary" pending="正在合并">
          全部按建议合并，{count} 户
        </SubmitButton>
        <span className="hint">牵头单位按先到期、事项多的建议，合并后可以拆开。</span>
      </div>
    </ActionForm>
  );
}

import { Seal } from '#ui/seal.tsx';

/** Too many look-ups from one place: no answer about any code. */
export function BusyPage({ seconds }: { seconds: number }) {
  return (
    <Seal kind="off" title="查验太频繁">
      <p>请 {Math.max(1, Math.ceil(seconds / 60))} 分钟后再试，或者打电话给本地优化营商环境工作机构。</p>
    </Seal>
  );
}

import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';

/** Nothing there, or not for this reader: the two look alike. */
export default function NotFound() {
  return (
    <>
      <PageHead title="没有找到" />
      <EmptyState
        title="没有这一页，或者您无权查看。"
        condition="核对网址，或者从列表里打开。"
        ways={[{ href: '/home', label: '回首页' }]}
      />
    </>
  );
}

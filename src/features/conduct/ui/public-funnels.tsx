import type { DistrictFunnel } from '../queries/load-funnel.ts';
import { FunnelSection } from './funnel.tsx';

/** From filed to rated this year, district by district, for everybody. */
export function PublicFunnels({ districts }: { districts: readonly DistrictFunnel[] }) {
  return districts.map(({ code, name, funnel }) => <FunnelSection key={code} funnel={funnel} of={`${name}　`} />);
}

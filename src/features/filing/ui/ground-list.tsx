import type { Ground as GroundFound } from '#domain/law/verdict.ts';
import { Ground } from '#ui/ground.tsx';

/** The grounds of a verdict, all at once: sentence, facts used, source. */
export function GroundList({ grounds }: { grounds: readonly GroundFound[] }) {
  return grounds.map(({ rule, title, say, facts, basis }, index) => (
    <Ground
      key={rule}
      number={index + 1}
      title={title}
      facts={Object.entries(facts).map(([term, value]) => ({ term, value }))}
      source={{ name: basis.instrument, place: basis.locator, href: `/rules#${rule}` }}
    >
      {say}
    </Ground>
  ));
}

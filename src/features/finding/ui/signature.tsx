import { fitStrokes, type Opinion } from '#domain/finding/letter.ts';

/** An enterprise's signature as it was drawn on the phone, or that there is none. */
export function Signature({ opinion }: { opinion: Opinion }) {
  const drawn = fitStrokes(opinion.strokes);
  if (opinion.refused) return <p>企业没有签名。</p>;
  if (!drawn) return null;
  return (
    <svg
      className="signature"
      viewBox={`-4 -4 ${drawn.width + 8} ${drawn.height + 8}`}
      width={220}
      height={80}
      role="img"
      aria-label={`${opinion.signer || '企业'}的签名`}
    >
      {drawn.paths.map((path) => (
        <path key={path} d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      ))}
    </svg>
  );
}

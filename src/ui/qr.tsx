interface QrProps {
  /** Modules along one side, the quiet zone included. */
  size: number;
  /** SVG path data of the dark modules in module units. */
  path: string;
  label: string;
}

/** A QR code drawn from path data computed elsewhere. */
export function Qr({ size, path, label }: QrProps) {
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}

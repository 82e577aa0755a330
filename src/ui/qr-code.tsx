import { create } from 'qrcode';
import { Qr } from './qr.tsx';

const quiet = 4;

/** A QR code of a text, with its quiet zone, as one SVG path. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cells = Array.from(modules.data, (dark, index) =>
    dark ? `M${(index % modules.size) + quiet} ${Math.floor(index / modules.size) + quiet}h1v1h-1z` : '',
  );
  return <Qr size={modules.size + 2 * quiet} path={cells.join('')} label={label} />;
}

import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import { AreaField } from '#ui/area-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { TextField } from '#ui/text-field.tsx';
import type { Keep } from './use-phone.ts';

type Stroke = [number, number][];

function strokesOf(pad: SignaturePad | null): Stroke[] {
  const groups = pad?.toData() ?? [];
  return groups
    .slice(0, 200)
    .map(({ points }) => points.slice(0, 2000).map(({ x, y }): [number, number] => [Math.round(x), Math.round(y)]));
}

/** A field to sign in with a finger; its name and what it holds are said to those who cannot see it. */
function useSignature() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  useEffect(() => {
    const field = canvas.current;
    if (!field) return;
    field.width = field.offsetWidth;
    field.height = field.offsetHeight;
    pad.current = new SignaturePad(field, { penColor: '#10151c' });
    return () => pad.current?.off();
  }, []);
  return { canvas, read: () => strokesOf(pad.current), clear: () => pad.current?.clear() };
}

function SignatureField({ canvas, clear }: { canvas: RefObject<HTMLCanvasElement | null>; clear: () => void }) {
  return (
    <>
      <div className="f">
        <span id="sign-label">签字（也可以只写签字人并勾选拒签）</span>
        <canvas className="signature" ref={canvas} role="img" aria-labelledby="sign-label" />
        <button type="button" className={buttonClass()} onClick={clear}>
          擦掉重签
        </button>
      </div>
      <label className="pick">
        <input type="checkbox" name="refused" />
        <span>企业拒签</span>
      </label>
    </>
  );
}

/** What the enterprise says, and its signature; or that it would not sign. */
export function Opinion({ keep }: { keep: Keep }) {
  const { canvas, read, clear } = useSignature();
  const [error, setError] = useState<string>();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [signer, refused, strokes] = [String(form.get('signer') ?? '').trim(), form.get('refused') !== null, read()];
    if (!refused && (signer === '' || strokes.length === 0)) return setError('请写明签字人并签字；拒签的请勾选“企业拒签”');
    setError(undefined);
    void keep({
      step: 'opinionGiven',
      label: refused ? '企业拒签' : '企业意见和签字',
      body: { text: String(form.get('text') ?? ''), signer, refused, strokes },
    });
  };
  return (
    <form onSubmit={send} className="stack">
      <AreaField label="企业意见" name="text" maxLength={500} optional />
      <TextField label="签字人" name="signer" error={error} />
      <SignatureField canvas={canvas} clear={clear} />
      <button type="submit" className={buttonClass()}>
        存下企业意见
      </button>
    </form>
  );
}

export function CheckOut({ keep }: { keep: Keep }) {
  return (
    <div className="btns">
      <button
        type="button"
        className={buttonClass({ look: 'primary' })}
        onClick={() => void keep({ step: 'checkedOut', label: '离企签退', body: {} })}
      >
        离企签退
      </button>
    </div>
  );
}

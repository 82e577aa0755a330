'use client';

import { useEffect, useRef, useState } from 'react';

type Tally = { readonly lines: number; readonly visits: number };

function countChecked(form: HTMLFormElement): Tally {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="line"]:checked')];
  return { lines: boxes.length, visits: boxes.reduce((sum, box) => sum + Number(box.dataset.visits ?? 0), 0) };
}

/** How many lines are ticked and how many visits they ask for; follows the boxes where scripts run, and is right at first where not. */
export function SelectionTally({ first }: { first: Tally }) {
  const place = useRef<HTMLSpanElement>(null);
  const [tally, setTally] = useState(first);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const recount = () => setTally(countChecked(form));
    // A reset clears the boxes only after its event.
    const recountLater = () => setTimeout(recount);
    recount();
    form.addEventListener('change', recount);
    form.addEventListener('reset', recountLater);
    return () => {
      form.removeEventListener('change', recount);
      form.removeEventListener('reset', recountLater);
    };
  }, []);
  return (
    <span ref={place} aria-live="polite">
      {tally.lines === 0 ? '先勾选申报行，再选怎样处理' : `已选 ${tally.lines} 行，${tally.visits.toLocaleString('en-US')} 户次`}
    </span>
  );
}

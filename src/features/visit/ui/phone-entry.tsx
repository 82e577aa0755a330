import { type FormEvent, useState } from 'react';
import { refusalGrounds } from '#domain/visit/steps.ts';
import { AreaField } from '#ui/area-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { Fold } from '#ui/fold.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { refusalWords } from '../labels.ts';
import type { PhoneVisit } from '../queries/load-phone-day.ts';
import type { Keep } from './use-phone.ts';

const rounded = (degrees: number) => degrees.toFixed(2);

/** Asks the phone once where it is, and keeps about a kilometre of it. */
function usePlace() {
  const [place, setPlace] = useState<string | null>(null);
  const [say, setSay] = useState('');
  const ask = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setPlace(`${rounded(coords.latitude)},${rounded(coords.longitude)}`);
        setSay('已附上约一公里范围的位置');
      },
      () => setSay('没有取到位置，不影响签到'),
      { timeout: 8000, maximumAge: 60_000 },
    );
  return { place, say, ask };
}

function whyClosed({ territory, start }: PhoneVisit): string | null {
  if (territory && !territory.acknowledgedAt) return `重点企业须属地签收后才能签到。${territory.name}还没有签收。`;
  return Date.now() < start.getTime() ? '还没有到备案的开始时间。' : null;
}

function EntryButtons({ visit, why, say, ask }: { visit: PhoneVisit; why: string | null; say: string; ask: () => void }) {
  return (
    <>
      <div className="btns">
        <button type="submit" className={buttonClass({ look: 'primary' })} aria-describedby={why ? 'why-closed' : undefined}>
          签到入企
        </button>
        <button type="button" className={buttonClass()} onClick={ask}>
          附上大致位置
        </button>
        {why && visit.territory?.phone ? (
          <a className={buttonClass()} href={`tel:${visit.territory.phone}`}>
            打电话给{visit.territory.name}
          </a>
        ) : null}
      </div>
      <p className="hint" role="status">
        {say || '位置可附可不附，只记到约一公里。'}
      </p>
      {why ? (
        <p className="hint" id="why-closed">
          {why}
        </p>
      ) : null}
    </>
  );
}

/** How many came, and where if they like: the time is the server's, and the phone's beside it. */
export function CheckIn({ visit, keep }: { visit: PhoneVisit; keep: Keep }) {
  const { place, say, ask } = usePlace();
  const [error, setError] = useState<string>();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const people = Number(new FormData(event.currentTarget).get('people'));
    if (!Number.isInteger(people) || people < 1 || people > 200) return setError('请填写 1 到 200 之间的人数');
    void keep({ step: 'checkedIn', label: '入企签到', body: { people }, place });
  };
  return (
    <form onSubmit={send} className="stack" noValidate>
      <TextField label="本单位到场人数" name="people" value={String(visit.ownPeople)} error={error} width="s" inputMode="numeric" />
      <EntryButtons visit={visit} why={whyClosed(visit)} say={say} ask={ask} />
    </form>
  );
}

/** The enterprise does not let anybody in: why, in its words. */
export function EntryRefused({ keep }: { keep: Keep }) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { ground: String(form.get('ground')), text: String(form.get('text') ?? '') };
    void keep({ step: 'entryRefused', label: '企业拒绝入企', body });
    event.currentTarget.reset();
  };
  return (
    <Fold summary="企业拒绝入企">
      <form onSubmit={send} className="stack">
        <SelectField label="理由" name="ground" options={refusalGrounds.map((value) => ({ value, label: refusalWords[value] }))} />
        <AreaField label="企业的说法" name="text" maxLength={300} optional />
        <button type="submit" className={buttonClass({ look: 'negative' })}>
          记录拒绝入企
        </button>
      </form>
    </Fold>
  );
}

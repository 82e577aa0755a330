const shanghai = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false, ...options });
const dayFormat = shanghai({ month: 'numeric', day: 'numeric' });
const yearFormat = shanghai({ year: 'numeric' });
const weekdayFormat = shanghai({ weekday: 'short' });
const timeFormat = shanghai({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const part = (format: Intl.DateTimeFormat, type: string, instant: Date) =>
  format.formatToParts(instant).find((each) => each.type === type)?.value ?? '';

/** 9月22日; 2027年1月22日 in another year than `now`. */
export function dayWords(instant: Date, now: Date): string {
  const year = part(yearFormat, 'year', instant);
  const prefix = year === part(yearFormat, 'year', now) ? '' : `${year}年`;
  return `${prefix}${part(dayFormat, 'month', instant)}月${part(dayFormat, 'day', instant)}日`;
}

/** 09:00, Beijing time. */
export function timeWords(instant: Date): string {
  return timeFormat.format(instant);
}

/** 9月22日 09:00. */
export function momentWords(instant: Date, now: Date): string {
  return `${dayWords(instant, now)} ${timeWords(instant)}`;
}

/** 9月22日 周二 09:00—11:30; over several days both are named. */
export function spanWords({ start, end }: { start: Date; end: Date }, now: Date): string {
  const last = new Date(end.getTime() - 1);
  const first = `${dayWords(start, now)} ${weekdayFormat.format(start)} ${timeWords(start)}`;
  const until = timeWords(end) === '00:00' ? '24:00' : timeWords(end);
  return dayWords(start, now) === dayWords(last, now) ? `${first}—${until}` : `${first}—${dayWords(last, now)} ${until}`;
}

/** The current time in milliseconds since 1970, to compare with times of files. */
export function currentTime(): number {
  return Date.now();
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long ago a time was, in a few letters. The date if that is a day or longer, or if the time is
 * more than an hour ahead.
 */
export function relativeTime(time: number, now: number, language: string): string {
  // The clock of another machine may be a little ahead.
  const age = now - time < -hour ? Infinity : Math.max(0, now - time);
  if (age >= day) return formatsOf(language).date.format(time);
  const { ago } = formatsOf(language);
  if (age >= hour) return ago.format(-Math.floor(age / hour), 'hour');
  return ago.format(-Math.floor(age / minute), 'minute');
}

export function exactTime(time: number, language: string): string {
  return formatsOf(language).exact.format(time);
}

interface Formats {
  readonly ago: Intl.RelativeTimeFormat;
  readonly date: Intl.DateTimeFormat;
  readonly exact: Intl.DateTimeFormat;
}
/** By language. They take long to make. */
const formats = new Map<string, Formats>();

function formatsOf(language: string): Formats {
  const known = formats.get(language);
  if (known) return known;
  const made: Formats = {
    ago: new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'auto' }),
    date: new Intl.DateTimeFormat(language, { dateStyle: 'medium' }),
    exact: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium' }),
  };
  formats.set(language, made);
  return made;
}

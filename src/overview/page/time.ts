import { currentTime, exactTime, relativeTime } from '../../text/time.ts';

/** Times in the language of the page. */
const language = () => document.documentElement.lang;

export const ago = (time: number) => relativeTime(time, currentTime(), language());
export const exact = (time: number) => exactTime(time, language());

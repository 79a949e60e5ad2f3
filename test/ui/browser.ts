import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/browser.ts';

let launched: Promise<Browser> | undefined;

/** The browser of all tests, which ends with their process; each has pages of its own in it. */
export function browser(): Promise<Browser> {
  launched ??= launchBrowser();
  return launched;
}

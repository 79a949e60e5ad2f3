import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as catalog from './catalogUnderTest.ts';
import { buildExtension } from '../host/build.ts';
import { formatMeasures } from './format.ts';
import { measure, type Measure } from './measure.ts';
import { activationMeasures } from './measures/activation.ts';
import { buildMeasures } from './measures/build.ts';
import { followMeasures } from './measures/follow.ts';
import { largeMeasures } from './measures/large.ts';
import { openMeasures } from './measures/open.ts';
import { packageMeasures } from './measures/package.ts';
import { storeMeasures } from './measures/stores.ts';
import { treeMeasures } from './measures/tree.ts';
import { storeViewMeasures } from './measures/storeView.ts';
import { viewMeasures } from './measures/view.ts';
import { Table } from './report.ts';
import { guardScript } from '../host/guardRun.ts';

guardScript();
// npm run bench [-- --json] [-- --only NAME] [-- --list]: times, as ratios to a peer of this run.
// A report: the exit status does not tell whether limits hold.
const module = join(import.meta.dirname, 'catalogUnderTest.ts');
const measures: readonly Measure[] = [
  ...formatMeasures,
  ...buildMeasures(catalog, module),
  ...openMeasures(catalog, module),
  ...followMeasures(catalog),
  ...storeMeasures(catalog, module),
  ...treeMeasures,
  ...viewMeasures,
  ...storeViewMeasures,
  ...largeMeasures,
  ...activationMeasures,
  ...packageMeasures,
];

const { json, only, list } = readArguments();
if (list) {
  for (const { name } of measures) console.log(name);
} else {
  await buildExtension({ minify: true });
  const chosen = only === undefined ? measures : [theOne(only)];
  const table = json ? undefined : new Table(chosen);
  for (const each of chosen) {
    const measurement = await measure(each);
    if (table) table.add(each, measurement);
    else console.log(JSON.stringify(measurement));
  }
}

function readArguments() {
  try {
    const options = {
      json: { type: 'boolean' },
      only: { type: 'string' },
      list: { type: 'boolean' },
    } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** The measure of a name, or the only one whose name begins so. */
function theOne(name: string): Measure {
  const exact = measures.filter((each) => each.name === name);
  const [found, another] =
    exact.length > 0 ? exact : measures.filter((m) => m.name.startsWith(name));
  if (found && !another) return found;
  const names = measures.map((each) => `  ${each.name}`).join('\n');
  return refuse(
    `${found ? 'Several measures are' : 'No measure is'} named “${name}”. There are:\n${names}`,
  );
}

function refuse(why: string): never {
  console.error(why);
  process.exit(2);
}

import { formatMeasures } from './format.ts';
import { measure } from './measure.ts';

// npm run bench [-- --json] [-- --only NAME]: how long things take, as ratios to a peer in the same run.
const json = process.argv.includes('--json');
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt < 0 ? undefined : process.argv[onlyAt + 1];

const chosen = formatMeasures.filter(({ name }) => only === undefined || name === only);
if (chosen.length === 0) {
  console.error(
    `No measure is named ${only}. There are: ${formatMeasures.map((m) => m.name).join('; ')}`,
  );
  process.exit(2);
}
for (const each of chosen) {
  const measurement = await measure(each);
  if (json) console.log(JSON.stringify(measurement));
  else {
    const { name, value, unit, peer, ratio } = measurement;
    console.log(`${name}: ${value.toFixed(2)} ${unit}, ${ratio.toFixed(2)} times ${peer}`);
  }
}

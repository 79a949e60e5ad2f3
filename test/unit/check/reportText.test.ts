import assert from 'node:assert/strict';
import type { Report } from '../../../src/check/report.ts';
import { describeReport, reportLines } from '../../../src/check/reportText.ts';
import type { Finding } from '../../../src/check/fileCheck.ts';

const finding: Finding = {
  code: 'malformed-json',
  severity: 'error',
  path: '',
  message: 'Expected a value.',
  start: { line: 2, column: 14 },
  end: { line: 2, column: 15 },
};
const counts = { error: 3, warning: 0, info: 0 };
const report: Report = {
  version: 1,
  directory: 'explanations',
  cancelled: false,
  files: 4,
  counts,
  codes: [{ code: 'malformed-json', severity: 'error', count: 3, files: 1 }],
  ignored: [],
  layers: [{ name: '5', files: 4, filesWithProblems: 1, counts }],
  problems: [{ path: '5/131\u202e.jsonl', counts, findings: [finding] }],
};

describe('the lines of a report', () => {
  const placed = reportLines(report).filter(({ place }) => place);

  it('are those of its text', () => {
    const text = reportLines(report).map((line) => `${line.text}\n`);
    assert.equal(describeReport(report), text.join(''));
    assert.ok(text.every((line) => line.indexOf('\n') === line.length - 1));
  });

  it('have the places in files, as they are named on disk', () => {
    assert.deepEqual(
      placed.map(({ place: { path, line, column } = {} }) => [path, line, column]),
      [
        ['5/131\u202e.jsonl', 2, 14],
        ['5/131\u202e.jsonl', 0, 0],
      ],
    );
  });

  it('say where the words for a place are', () => {
    const words = placed.map(({ text, place }) => text.slice(place!.from, place!.to));
    assert.equal(words.length, 2);
    assert.match(words[0]!, /^5\/131.*\.jsonl:3:15$/);
    assert.match(words[1]!, /^5\/131.*\.jsonl$/);
    assert.ok(placed[1]!.text.endsWith(': 2 more'));
  });
});

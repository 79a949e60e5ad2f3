import assert from 'node:assert/strict';
import { fileProblem } from '../../../src/check/fileCheck.ts';
import { filesKept, isClean, ReportMaker } from '../../../src/check/report.ts';
import { describeReport } from '../../../src/check/reportText.ts';

const layer = { key: '5', number: 5, label: '5' };
const notice = fileProblem('score-unexplained', 'It may cover more.');
const error = fileProblem('empty', 'It is empty.');

describe('a report', () => {
  it('counts no file as having problems that only has notices', () => {
    const maker = new ReportMaker('explanations');
    maker.add(layer, '5/1.jsonl', notice);
    const clean = maker.report(false);
    assert.ok(isClean(clean));
    assert.match(describeReport(clean), /1 file in 1 layer; no problems \(1 notice\)/);
    maker.add(layer, '5/2.jsonl', error);
    const { layers, problems } = maker.report(false);
    assert.deepEqual(
      layers.map(({ files, filesWithProblems }) => [files, filesWithProblems]),
      [[2, 1]],
    );
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['5/1.jsonl', '5/2.jsonl'],
    );
    assert.match(
      describeReport(maker.report(false)),
      /5: 1 of 2 files with problems \(1 error, 1 notice\)/,
    );
  });

  it('keeps the findings of files with problems, however many have notices', () => {
    const maker = new ReportMaker('explanations');
    for (let i = 0; i <= filesKept; i++) maker.add(layer, `5/${i}.jsonl`, notice);
    maker.add(layer, '5/9000.jsonl', error);
    const { problems } = maker.report(false);
    assert.deepEqual(problems.at(-1)?.findings, error.findings);
    assert.equal(problems.filter(({ findings }) => findings).length, filesKept + 1);
  });
});

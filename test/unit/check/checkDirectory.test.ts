import assert from 'node:assert/strict';
import { type Checker, checkDirectory } from '../../../src/check/checkDirectory.ts';
import { fileProblem } from '../../../src/check/fileCheck.ts';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { openedWithNeurons } from '../catalog/support/directory.ts';

describe('the check of a directory', () => {
  it('reports files in order, whichever was checked first', async () => {
    const ids = [1, 2, 10].flatMap((layer) => [3, 20].map((neuron) => `${layer}:${neuron}`));
    const { root } = openedWithNeurons(...ids);
    const waiting: (() => void)[] = [];
    const checker: Checker = {
      parallel: 3,
      check: async (keys) => {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          if (waiting.length === 3) for (const done of waiting.toReversed()) done();
        });
        return keys.map((key) => fileProblem('unreadable', `No ${key}.`));
      },
    };
    const { problems } = await checkDirectory(localFileSource, root, checker, { name: root });
    const paths = ids.map((id) => `${id.replace(':', '/')}.jsonl`);
    assert.deepEqual(
      problems.map(({ path }) => path),
      paths,
    );
  });
});

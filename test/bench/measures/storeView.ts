import { temporaryFolder } from '../../host/cleanup.ts';
import { root } from '../../host/paths.ts';
import type { Measure } from '../measure.ts';
import { busyLayers, perLayer, startStoreServer } from '../storeUnderTest.ts';
import { BenchWindow } from './benchWindow.ts';
import { openNeuron, paintedNeuron } from './view.ts';

const busyNeurons = (busyLayers * perLayer).toLocaleString('en');

/** From a key until tokens are painted, as in `view.ts`, of a neuron in a store. */
export const storeViewMeasures: readonly Measure[] = [
  {
    name: 'neuron of a store by a key while the directory is indexed',
    unit: 'ms',
    must: 1.3,
    aim: 1.05,
    runs: 5,
    warmUps: 1,
    prepare: async () => {
      const store = await startStoreServer();
      const folder = temporaryFolder();
      const window = await BenchWindow.open(folder.path, {
        installed: [root],
        settings: {
          'neuronExplanations.directories': ['az://acct/c/busy'],
          'neuronExplanations.stores.endpoints': { 'az://acct': `http://127.0.0.1:${store.port}` },
        },
      });
      await window.show('Neurons');
      const directory = window.row('Neurons', 'busy');
      const description = () => directory.locator('.label-description').innerText();
      const changes = async () => {
        const before = await description();
        while ((await description()) === before);
      };
      const layer = window.row('Neurons', 'Layer 0');
      await layer.waitFor();
      await directory.getByText(busyNeurons).waitFor();
      await layer.locator('.monaco-tl-twistie').click();
      let shown = 0;
      await openNeuron(window, 0, shown);
      const next = async () => {
        await window.focusPage();
        shown++;
        return paintedNeuron(window, shown, () => window.page.keyboard.press('Alt+ArrowDown'));
      };
      await window.runCommand('Neuron Explanations: Index All Neurons…');
      await window.page.getByRole('button', { name: 'Start Indexing' }).click();
      return {
        sample: async () => {
          // Twice: the first may still be of before the pause.
          await changes();
          await changes();
          const time = await next();
          // Only what is not complete can be paused: otherwise this waits in vain.
          await window.runCommand('Neuron Explanations: Pause Indexing');
          await directory.getByText('paused').waitFor();
          return time;
        },
        peer: {
          name: 'the same with nothing else going on',
          sample: async () => {
            const time = await next();
            await window.runCommand('Neuron Explanations: Resume Indexing');
            return time;
          },
        },
        close: async () => {
          await window.close();
          store.stop();
          folder.remove();
        },
      };
    },
  },
];

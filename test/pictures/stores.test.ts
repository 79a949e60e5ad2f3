import { NeuronView } from '../ui/neuronView.ts';
import { sampleFiles } from '../ui/sampleFiles.ts';
import { Workbench } from '../ui/workbench.ts';
import { StubStore } from '../unit/files/stores/support/stubStore.ts';

const account = 'account.blob.core.windows.net';

/** Pictures to look at, in `out/screenshots`. */
for (const language of ['en', 'de'])
  describe(`stores, in pictures: ${language}`, () => {
    const stub = new StubStore();
    const of = (english: string, german: string) => (language === 'de' ? german : english);
    const command = (english: string, german: string) =>
      workbench.runCommand(`Neuron Explanations: ${of(english, german)}`);
    const type = async (text: string) => {
      await workbench.palette.type(text);
      await workbench.page.keyboard.press('Enter');
    };
    let workbench: Workbench;
    let view: NeuronView;

    before(async () => {
      await stub.start();
      stub.fill(`${account}/runs`, sampleFiles());
      workbench = await Workbench.open(undefined, {
        ...(language === 'de' && { language }),
        settings: {
          'neuronExplanations.stores.endpoints': { 'az://account': `${stub.origin}/${account}` },
        },
      });
      view = new NeuronView(workbench);
      await workbench.openNeurons();
    });
    after(async () => {
      await workbench.close();
      stub.stop();
    });

    const looks = [
      ['light', 1280],
      ['high-contrast', 1600],
      ['dark', 800],
    ] as const;
    for (const [theme, width] of looks)
      it(`draws what is asked and said, in ${theme} at ${width} pixels`, async () => {
        const picture = (what: string) =>
          workbench.screenshot(`stores-${language}-${theme}-${what}`);
        await workbench.setTheme(theme);
        await workbench.page.setViewportSize({ width, height: 800 });
        await picture('welcome');
        await command('Add Directory from Address…', 'Verzeichnis von Adresse hinzufügen…');
        await picture('address');
        stub.refusesListing = 404;
        await type('az://account/runs/explanations');
        await workbench.page.locator('.notification-list-item .monaco-button').first().waitFor();
        await picture('refused');
        await workbench.runCommand('Notifications: Clear All Notifications');
        stub.refusesListing = undefined;
        await command('Open Public Data Set…', 'Öffentlichen Datensatz öffnen…');
        await workbench.palette.items.first().waitFor();
        await picture('public');
        await workbench.palette.close();
        await command('Add Key for Store…', 'Schlüssel für Speicher hinzufügen…');
        await type('az://account/runs');
        await workbench.palette.widget.locator('input[type=password]').waitFor();
        await picture('key');
        await workbench.palette.close();
        await command('Add Directory from Address…', 'Verzeichnis von Adresse hinzufügen…');
        await type('az://account/runs/explanations');
        await workbench.tree.expand('Layer 5');
        await workbench.tree.rows
          .filter({ hasText: /^131.*0[.,]\d\d/ })
          .first()
          .waitFor();
        await workbench.tree.row('131').first().click();
        await view.shows(5, 131);
        await view.find('[data-token]').first().waitFor();
        await picture('neuron');
        await command('Search Explanations…', 'Erklärungen durchsuchen…');
        await workbench.palette.type('family');
        await workbench.palette.widget.getByText(/7 .* 28/).waitFor();
        await picture('search');
        await workbench.palette.close();
        await command('Index All Neurons…', 'Alle Neuronen indizieren…');
        await workbench.page.locator('.monaco-dialog-box').waitFor();
        await picture('index');
        await workbench.page.keyboard.press('Escape');
        await command('Open Overview', 'Übersicht öffnen');
        await view
          .find('main')
          .getByText(/7 .* 28/)
          .waitFor();
        await picture('overview');
        await workbench.runCommand('View: Close All Editors');
        await workbench.chooseFromMenu(
          workbench.tree.row('explanations'),
          of('Remove Explanation Directory', 'Erklärungsverzeichnis entfernen'),
        );
        await workbench.tree.rows.first().waitFor({ state: 'detached' });
      });
  });

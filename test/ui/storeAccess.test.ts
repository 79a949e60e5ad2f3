import assert from 'node:assert/strict';
import { StubStore } from '../unit/files/stores/support/stubStore.ts';
import { Workbench } from './workbench.ts';

describe('keys for stores', () => {
  let workbench: Workbench;
  let stub: StubStore;

  before(async () => {
    stub = new StubStore();
    await stub.start();
    stub.blobs.set('data/x', 'content');
    stub.refuses = ({ url }) => (url!.includes('token=right') ? undefined : 403);
  });
  after(() => stub.stop());
  beforeEach(async () => {
    workbench = await Workbench.samples();
    await clear();
  });

  /** VS Code shows three notifications at a time. */
  const clear = () => workbench.runCommand('Notifications: Clear All Notifications');
  /** Types into the box that asks for `what`, and confirms. */
  const answer = async (what: RegExp, text: string) => {
    await workbench.palette.widget.getByText(what).waitFor();
    await workbench.palette.type(text);
    await workbench.page.keyboard.press('Enter');
  };
  const says = (text: string | RegExp) =>
    workbench.notifications().filter({ hasText: text }).first().waitFor();
  const address = () => `${stub.origin}/data/x`;
  const root = () => `${stub.origin}/`;

  it('are tested, kept and removed', async () => {
    await workbench.runCommand('Neuron Explanations: Add Key for Store…');
    await answer(/address of a container/, address());
    await workbench.palette.widget.getByText(/query that gives access/).waitFor();
    assert.equal(await workbench.palette.input.getAttribute('type'), 'password');
    await answer(/query that gives access/, 'token=right');
    await says(`The server accepted the key for ${root()}.`);
    assert.equal(stub.requests.at(-1), 'HEAD data/x?token=right');
    await workbench.screenshot('store-key');

    await workbench.runCommand('Neuron Explanations: Remove Key for Store…');
    await workbench.palette.pick(root());
    await says(`Removed the key for ${root()}.`);
  });

  it('are not kept if they fail, unless the user says so', async () => {
    await workbench.runCommand('Neuron Explanations: Add Key for Store…');
    await answer(/address of a container/, address());
    await answer(/query that gives access/, 'token=wrong');
    await says(/The key for .* was not saved because the test failed: .*status 403/);
    await workbench.screenshot('store-key-failed');
    await workbench.runCommand('Neuron Explanations: Remove Key for Store…');
    await says('There are no saved keys for stores.');
    await workbench.page.getByRole('button', { name: 'Save Anyway' }).click();
    await clear();
    await workbench.runCommand('Neuron Explanations: Remove Key for Store…');
    await workbench.palette.pick(root());
  });

  it('are checked as they are typed', async () => {
    await workbench.runCommand('Neuron Explanations: Add Key for Store…');
    const { palette } = workbench;
    await palette.type('az://account');
    await palette.widget.getByText(/Expected an address such as az:/).waitFor();
    await answer(/address of a container|Expected an address/, 'az://account/container');
    await palette.widget.getByText(/shared access signature/).waitFor();
    await palette.type('hunter2');
    await palette.widget.getByText('This is not a key, signature or query.').waitFor();
    await palette.type('sv=1&sp=rl&se=2020-01-01&sig=x');
    await palette.widget.getByText('This signature has expired.').waitFor();
    await workbench.screenshot('store-key-expired');
    await palette.close();
  });
});

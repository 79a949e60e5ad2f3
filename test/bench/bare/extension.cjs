const { existsSync, readFileSync } = require('node:fs');
const vscode = require('vscode');

exports.activate = ({ subscriptions }) => {
  const { registerTreeDataProvider } = vscode.window;
  subscriptions.push(
    registerTreeDataProvider('bare.tree', tree(process.env.BARE_TREE_ITEMS)),
    registerTreeDataProvider('bare.page', page),
    vscode.commands.registerCommand('bare.openPage', openPage),
  );
};

/** The least that a tree which shows the same can be: all is there from the start, nothing is read and nothing changes. */
function tree(path) {
  /** For each layer and neuron, the colour of its dot and the text beside. */
  const layers = path && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
  const icons = new Map();
  const iconOf = (colour) => {
    if (!icons.has(colour)) {
      icons.set(colour, new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor(colour)));
    }
    return icons.get(colour);
  };
  return {
    getChildren(node) {
      if (node === undefined) return [{}];
      if (node.layer === undefined) return layers.map((_, layer) => ({ layer }));
      return layers[node.layer].map((_, item) => ({ layer: node.layer, item }));
    },
    getTreeItem({ layer, item }) {
      if (layer === undefined) return new vscode.TreeItem('bare', 2);
      if (item === undefined) return new vscode.TreeItem(`Layer ${layer}`, 1);
      const [colour, description] = layers[layer][item];
      const shown = new vscode.TreeItem(String(item), 0);
      shown.id = `${layer}/${item}`;
      shown.iconPath = iconOf(colour);
      shown.description = description;
      return shown;
    },
  };
}

/** One item, which opens a page. */
const page = {
  getChildren: (node) => (node === undefined ? [{}] : []),
  getTreeItem() {
    const item = new vscode.TreeItem('Open the page');
    item.command = { command: 'bare.openPage', title: 'Open' };
    return item;
  },
};

function openPage() {
  const panel = vscode.window.createWebviewPanel('bare.page', 'bare', vscode.ViewColumn.Active, {
    enableScripts: true,
  });
  panel.webview.html = '<!doctype html><title>bare</title><p id="bare">One line of text.</p>';
}

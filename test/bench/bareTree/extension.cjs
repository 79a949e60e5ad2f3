// The least that a tree which shows the same can be: all is there from the start, nothing is read and nothing changes.
const { readFileSync } = require('node:fs');
const vscode = require('vscode');

/** For each layer and neuron, the colour of its dot and the text beside. */
const layers = JSON.parse(readFileSync(process.env.BARE_TREE_ITEMS, 'utf8'));

exports.activate = ({ subscriptions }) => {
  const icons = new Map();
  const iconOf = (colour) => {
    if (!icons.has(colour)) {
      icons.set(colour, new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor(colour)));
    }
    return icons.get(colour);
  };
  subscriptions.push(
    vscode.window.registerTreeDataProvider('bareTree.items', {
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
    }),
  );
};

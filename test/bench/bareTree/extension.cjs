// The least that a tree of so many items can be: all is there from the start, nothing is read and nothing changes.
const vscode = require('vscode');

const groups = 48;
const items = 6400;

exports.activate = ({ subscriptions }) => {
  const icon = new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor('charts.blue'));
  subscriptions.push(
    vscode.window.registerTreeDataProvider('bareTree.items', {
      getChildren: (node) =>
        node === undefined
          ? Array.from({ length: groups }, (_, group) => ({ group }))
          : Array.from({ length: items }, (_, item) => ({ group: node.group, item })),
      getTreeItem({ group, item }) {
        if (item === undefined) return new vscode.TreeItem(`Layer ${group}`, 1);
        const shown = new vscode.TreeItem(String(item), 0);
        shown.id = `${group}/${item}`;
        shown.iconPath = icon;
        shown.description = `0.71  words and phrases about things of the group ${group}`;
        shown.tooltip = `Layer ${group}, neuron ${item}`;
        return shown;
      },
    }),
  );
};

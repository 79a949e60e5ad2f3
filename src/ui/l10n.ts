import * as l10n from '@vscode/l10n';

/** Sets the language of this page. Imported first: other modules translate as they are loaded. */
const translation = document.getElementById('l10n')?.textContent;
if (translation) l10n.config({ contents: translation });

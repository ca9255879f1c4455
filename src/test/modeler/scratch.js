// Draws journeys on empty sheets: node scratch.js <folder of element templates> <folder for the drawings>
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openModeler } from './browser.js';
import { readTemplates } from './files.js';

const [templates, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const modeler = await openModeler();
for (const name of await modeler.call('namesOfDrawings')) {
  const xml = await modeler.call('drawFromScratch', name, readTemplates(templates));
  writeFileSync(join(folder, `${name}.bpmn`), xml);
  writeFileSync(join(folder, `${name}.svg`), (await modeler.call('draw', xml)).svg);
}
await modeler.close();

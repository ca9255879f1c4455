// Draws BPMN files as Modeler shows them: node pictures.js <folder> <file.bpmn>…
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openModeler } from './browser.js';
import { print } from './paper.js';

const [folder, ...files] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const modeler = await openModeler();
for (const file of files) {
  const picture = await modeler.call('draw', readFileSync(file, 'utf8'));
  const name = join(folder, basename(file, '.bpmn'));
  writeFileSync(`${name}.svg`, picture.svg);
  await print(picture, `${name}.png`, modeler);
  console.log(`${name}.png ${picture.width}x${picture.height}`);
}
await modeler.close();

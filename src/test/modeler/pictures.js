// Draws BPMN files as Modeler shows them: node pictures.js <folder> <file.bpmn>…
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openModeler } from './browser.js';

const [folder, ...files] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const modeler = await openModeler();
const paper = await modeler.page.browser().newPage();
for (const file of files) {
  const { svg, width, height } = await modeler.call('draw', readFileSync(file, 'utf8'));
  const name = join(folder, basename(file, '.bpmn'));
  writeFileSync(`${name}.svg`, svg);
  await paper.setViewport({ width, height, deviceScaleFactor: 1 });
  await paper.setContent(`<style>body{margin:0;background:white}</style>${svg}`);
  await paper.screenshot({ path: `${name}.png` });
  console.log(`${name}.png ${width}x${height}`);
}
await modeler.close();

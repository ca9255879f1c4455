// Draws a journey on an empty sheet: node scratch.js <folder of element templates> <file.bpmn>
import { writeFileSync } from 'node:fs';
import { openModeler } from './browser.js';
import { readTemplates } from './files.js';

const [folder, file] = process.argv.slice(2);
const modeler = await openModeler();
const { xml, svg } = await modeler.call('drawFromScratch', readTemplates(folder));
writeFileSync(file, xml);
writeFileSync(file.replace(/\.bpmn$/, '.svg'), svg);
await modeler.close();

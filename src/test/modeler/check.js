// Opens BPMN and DMN files as Modeler does and prints each fault with file, element and rule:
// node check.js <folder of element templates> <file>…
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openModeler } from './browser.js';
import { readTemplates } from './files.js';

const [folder, ...files] = process.argv.slice(2);
const templates = readTemplates(folder);
const modeler = await openModeler();
const sound = [];
for (const template of templates) {
  const faults = await modeler.call('faultsOfTemplate', template);
  report(template.id, faults);
  if (!faults.length) {
    sound.push(template);
  }
}
for (const file of files) {
  report(basename(file), await faultsOf(file));
}
await modeler.close();

function report(file, found) {
  const complaints = modeler.complaints.splice(0).map(message => ({ rule: 'console', message }));
  for (const { rule, element, message } of [...found, ...complaints]) {
    console.log(`${file}: ${element ?? 'all of it'}: ${message} (${rule})`);
  }
}

async function faultsOf(file) {
  const xml = readFileSync(file, 'utf8');
  return file.endsWith('.dmn')
    ? modeler.call('faultsOfDecision', xml)
    : modeler.call('faultsOfJourney', xml, sound);
}

// Opens BPMN and DMN files as Modeler does and prints each fault with file, element and rule:
// node check.js <folder of element templates> <file>…
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openModeler } from './browser.js';

const [folder, ...files] = process.argv.slice(2);
const templates = readdirSync(folder).map(name => ({ name, template: JSON.parse(readFileSync(join(folder, name), 'utf8')) }));
const modeler = await openModeler();
let faults = 0;
for (const { name, template } of templates) {
  report(name, (await modeler.call('faultsOfTemplate', template)).map(message => ({ rule: 'element template', message })));
}
for (const file of files) {
  report(basename(file), await faultsOf(file));
}
await modeler.close();
process.exitCode = faults ? 1 : 0;

function report(file, found) {
  const complaints = modeler.complaints.splice(0).map(message => ({ rule: 'console', message }));
  for (const { rule, element, message } of [...found, ...complaints]) {
    console.log(`${file}: ${element ?? 'the file'}: ${message} (${rule})`);
    faults++;
  }
}

async function faultsOf(file) {
  const xml = readFileSync(file, 'utf8');
  return file.endsWith('.dmn')
    ? modeler.call('faultsOfDecision', xml)
    : modeler.call('faultsOfJourney', xml, templates.map(({ template }) => template));
}

// Takes the pictures of src/docs/marketers.md: node guide.js <folder of element templates> <journey.bpmn> <folder for pictures>
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openModeler } from './browser.js';
import { readTemplates } from './files.js';
import { print } from './paper.js';

const BLOCKS = {
  'enter-when': {
    type: 'StartEvent', event: 'Message', message: 'product_viewed',
    settings: { Condition: "${customer.viewsInCategoryOf(event.productId, 'P1D') >= 2}", 'Can enter again': 'after P14D', 'Holdout (%)': '5' }
  },
  'send-email': { type: 'Task', settings: { Content: 'welcome/hello' } },
  'next-best-action': { type: 'Task' },
  'wait-for-best-time': { type: 'IntermediateCatchEvent', event: 'Timer' },
  'wait-until': {
    type: 'IntermediateCatchEvent', event: 'Message', message: 'email_clicked',
    settings: { Condition: "${event.messageId == journey.messageOf('send-hello')}" }
  },
  'exit-when': { type: 'StartEvent', event: 'Message', message: 'purchased' },
  split: { type: 'ExclusiveGateway', settings: { Shares: 'to-story=50, to-offer=50' } },
  experiment: { type: 'ExclusiveGateway', settings: { Shares: 'to-story=50, to-offer=50' } },
  'update-profile': { type: 'Task', settings: { Attribute: 'favouriteShop', Value: '${event.shop}' } },
  'call-webhook': {
    type: 'Task', settings: { Address: 'https://crm.example.com/leads', Body: 'score = ${customer.leadScore}' }
  },
  'ask-a-person': { type: 'Task' },
  'goal-reached': { type: 'EndEvent' }
};

const [templateFolder, journey, folder] = process.argv.slice(2);
const templates = readTemplates(templateFolder);
const xml = readFileSync(journey, 'utf8');
mkdirSync(folder, { recursive: true });
const modeler = await openModeler({ width: 1280, height: 720, scale: 1 });
for (const template of templates) {
  const name = template.id.replace('org.postroad.', '');
  await modeler.call('showBlock', template, BLOCKS[name]);
  await photographPanel(`block-${name}`);
}
await modeler.call('showStep', xml, templates, 'two-days', ['Timer']);
await photograph('modeler-wait');
await modeler.call('showStep', xml, templates, 'send-hello', ['Custom properties']);
await photograph('modeler-mail');
await modeler.call('showPlainStep', xml, templates, 'send-hello');
await photograph('modeler-plain');
const drawn = await modeler.call('drawFromScratch', 'second-look', templates);
await print(await modeler.call('draw', drawn), join(folder, 'second-look.png'), modeler);
await modeler.close();

function photograph(name) {
  return modeler.page.screenshot({ path: join(folder, `${name}.png`) });
}

/** The panel alone, as far as it is filled. */
async function photographPanel(name) {
  const panel = await modeler.page.$('#panel');
  const { x, y, width } = await panel.boundingBox();
  const height = await panel.evaluate(element => [...element.querySelectorAll('.bio-properties-panel-group, .bio-properties-panel-header')]
    .reduce((bottom, part) => Math.max(bottom, part.getBoundingClientRect().bottom), 0));
  await modeler.page.screenshot({ path: join(folder, `${name}.png`), clip: { x, y, width, height: Math.min(height + 1, 719) } });
}

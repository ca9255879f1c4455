import { newModeler } from './modeler.js';
import { Panel } from './panel.js';
import { OWN_FIELDS, apply } from './templates.js';

/** Shows the panel of a building block as somebody filled it in, with its own groups open. */
export async function showBlock(template, { type, event, settings = {}, message }) {
  const eventDefinitionType = event && `bpmn:${event}EventDefinition`;
  const { panel } = await apply(template, { type: `bpmn:${type}`, eventDefinitionType });
  if (message) {
    await panel.choose(message);
  }
  for (const [label, value] of Object.entries(settings)) {
    await panel.fill(label, value);
  }
  await panel.open([...panel.ownGroups(), ...(message ? [OWN_FIELDS[eventDefinitionType]] : [])]);
}

let opened;

/** Shows a journey with one of its steps selected, and these groups of its panel open. */
export async function showStep(xml, templates, step, groups) {
  opened = newModeler(templates);
  await opened.importXML(xml);
  const element = opened.get('elementRegistry').get(step);
  lookAt(element);
  const panel = new Panel(opened);
  await panel.show(element);
  await panel.open(groups);
}

function lookAt({ x, y }) {
  const [left, above] = [300, 280];
  opened.get('canvas').viewbox({ x: x - left, y: y - above, width: 920, height: 720 });
}

/** Shows a step that is no building block yet, with the button that makes it one. */
export async function showPlainStep(xml, templates, step) {
  await showStep(xml, templates, step, []);
  const plain = opened.get('elementTemplates').removeTemplate(opened.get('elementRegistry').get(step));
  await new Panel(opened).show(plain);
}

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
  opened.get('canvas').zoom('fit-viewport', 'auto');
  const panel = new Panel(opened);
  await panel.show(opened.get('elementRegistry').get(step));
  await panel.open(groups);
}

/** Opens the list of building blocks for the element that is selected, as the panel's button does. */
export async function showChoice(xml, templates, step) {
  await showStep(xml, templates, step, []);
  const element = opened.get('elementTemplates').removeTemplate(opened.get('elementRegistry').get(step));
  await new Panel(opened).show(element);
  document.querySelector('.bio-properties-panel-select-template-button').click();
  await new Promise(requestAnimationFrame);
}

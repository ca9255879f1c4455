import { validate } from '@bpmn-io/element-templates-validator';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { newModeler } from './modeler.js';
import { Panel } from './panel.js';
import { valueOf } from './satisfied.js';

/** The elements that Modeler offers a template on, by the type that the template names; the event is told by its icon. */
const OCCASIONS = {
  'bpmn:StartEvent': [{}, { eventDefinitionType: 'bpmn:MessageEventDefinition' }],
  'bpmn:IntermediateCatchEvent': [
    { eventDefinitionType: 'bpmn:MessageEventDefinition' },
    { eventDefinitionType: 'bpmn:TimerEventDefinition' }
  ],
  'bpmn:BoundaryEvent': [{ eventDefinitionType: 'bpmn:MessageEventDefinition' }]
};
export const OWN_FIELDS = { 'bpmn:MessageEventDefinition': 'Message', 'bpmn:TimerEventDefinition': 'Timer' };

/** Puts a template on an element of its own, as chosen in the panel. */
export async function apply(template, occasion) {
  const modeler = newModeler([template]);
  await modeler.createDiagram();
  const plain = modeler.get('elementFactory').createShape(occasion);
  const element = modeler.get('elementTemplates').applyTemplate(place(plain, modeler), template);
  const panel = new Panel(modeler);
  await panel.show(element);
  return { element, panel };
}

/** A boundary event is put on a task. */
function place(shape, modeler) {
  const modeling = modeler.get('modeling');
  const root = modeler.get('canvas').getRootElement();
  if (!is(shape, 'bpmn:BoundaryEvent')) {
    return modeling.createShape(shape, { x: 400, y: 200 }, root);
  }
  const host = modeling.createShape({ type: 'bpmn:Task' }, { x: 400, y: 200 }, root);
  return modeling.createShape(shape, { x: 400, y: 240 }, host, { attach: true });
}

/** The faults of an element template: by the schema, on the elements that it is for, and in the panel. */
export async function faultsOfTemplate(template) {
  const faults = await sentences(template);
  return faults.map(message => ({ rule: 'element template', message }));
}

async function sentences(template) {
  const { valid, errors } = validate(template);
  if (!valid) {
    return errors.map(({ message }) => message);
  }
  const faults = template.properties.flatMap(loosePattern);
  for (const type of template.appliesTo) {
    for (const occasion of OCCASIONS[type] ?? [{}]) {
      faults.push(...await faultsOn({ type, ...occasion }, template));
    }
  }
  return faults;
}

/** Modeler looks for a pattern anywhere in what is typed. */
function loosePattern({ label, constraints: { pattern } = {} }) {
  return !pattern || /^\^.*\$$/.test(pattern.value) ? [] : [`${label}: the pattern must begin with ^ and end with $`];
}

async function faultsOn(occasion, template) {
  const { element, panel } = await apply(template, occasion);
  const where = [occasion.eventDefinitionType ?? '', occasion.type].join(' ').trim();
  const faults = [...missing(panel, template), ...hidden(panel, occasion), ...await deaf(panel, element, template)];
  return faults.map(fault => `on a ${where}: ${fault}`);
}

function missing(panel, { properties }) {
  const shown = panel.labels();
  return properties
    .filter(({ type, label }) => type !== 'Hidden' && !shown.includes(label))
    .map(({ label }) => `the field “${label}” is not in the panel`);
}

/** Modeler hides its own fields from an element with a template unless the template asks for them. */
function hidden(panel, { eventDefinitionType }) {
  const group = OWN_FIELDS[eventDefinitionType];
  return !group || panel.groups().includes(group) ? [] : [`the fields “${group}” are hidden: set entriesVisible`];
}

/** What is typed must reach the file. */
async function deaf(panel, element, { properties }) {
  const faults = [];
  for (const { label, type, choices, binding } of properties.filter(property => property.type !== 'Hidden')) {
    const value = type === 'Dropdown' ? choices.at(-1).value : `typed into ${label}`;
    await panel.fill(label, value);
    if (valueOf(element.businessObject, binding) !== value) {
      faults.push(`what is typed into “${label}” does not reach the file`);
    }
  }
  return faults;
}

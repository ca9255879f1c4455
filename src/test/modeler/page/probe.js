import { newModeler } from './modeler.js';

export async function probe(template, type, eventDefinitionType, viaTask) {
  const modeler = newModeler([template]);
  await modeler.createDiagram();
  const elementFactory = modeler.get('elementFactory'), modeling = modeler.get('modeling'),
    canvas = modeler.get('canvas'), templates = modeler.get('elementTemplates');
  const root = canvas.getRootElement();
  let element = type === 'bpmn:SequenceFlow' ? null : modeling.createShape(elementFactory.createShape({ type, eventDefinitionType }), { x: 300, y: 200 }, root);
  if (!element) {
    const a = modeling.createShape(elementFactory.createShape({ type: 'bpmn:ExclusiveGateway' }), { x: 300, y: 200 }, root);
    const b = modeling.createShape(elementFactory.createShape({ type: 'bpmn:Task' }), { x: 500, y: 200 }, root);
    element = modeling.connect(a, b);
  }
  const before = element.id;
  await new Promise(r => setTimeout(r, 200));
  const offered = templates.getAll(element).map(t => t.id);
  element = templates.applyTemplate(element, template);
  modeler.get('selection').select(element);
  await new Promise(r => setTimeout(r, 400));
  const groups = [...document.querySelectorAll('.bio-properties-panel-group')].map(g => ({ id: g.dataset.groupId, title: g.querySelector('.bio-properties-panel-group-header-title')?.textContent, entries: [...g.querySelectorAll('[data-entry-id]')].map(e => e.dataset.entryId + ' | ' + (e.querySelector('label')?.textContent ?? '')) }));
  const { xml } = await modeler.saveXML({ format: true });
  return { before, after: element.id, offered, groups, xml: xml.split('<bpmndi')[0] };
}

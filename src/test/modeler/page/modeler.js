import Modeler from 'camunda-bpmn-js/lib/camunda-platform/Modeler';
import chooser from '@bpmn-io/element-template-chooser';
import modelerModdle from 'modeler-moddle/resources/modeler.json';

import 'camunda-bpmn-js/dist/assets/camunda-platform-modeler.css';
import './page.css';

let modeler;

/** A Modeler for Camunda 7, put together as Camunda Modeler does; the one before it is thrown away. */
export function newModeler(templates = []) {
  modeler?.destroy();
  modeler = new Modeler({
    container: '#canvas',
    propertiesPanel: { parent: '#panel' },
    debounceInput: false,
    additionalModules: [chooser],
    moddleExtensions: { modeler: modelerModdle },
    disableAdjustOrigin: true
  });
  const faults = [];
  modeler.on('elementTemplates.errors', ({ errors }) => faults.push(...errors.map(error => error.message)));
  modeler.get('elementTemplatesLoader').setTemplates(templates);
  if (faults.length) {
    throw new Error(faults.join('; '));
  }
  return modeler;
}

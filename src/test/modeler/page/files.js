import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import camundaDmn from 'camunda-dmn-moddle/resources/camunda.json';
import modelerModdle from 'modeler-moddle/resources/modeler.json';
import DmnModeler from 'dmn-js/lib/Modeler';
import { lint } from './lint.js';
import { newModeler } from './modeler.js';
import { insane } from './sanity.js';
import { unsatisfied } from './satisfied.js';
import { differences, treeOf } from './tree.js';

const PLATFORM = 'Camunda Platform 7.24.0';

/** The faults of a BPMN file, as Modeler would meet them: each with a rule, an element and a sentence. */
export async function faultsOfJourney(xml, templates) {
  const read = await new BpmnModdle({ camunda, modeler: modelerModdle }).fromXML(xml);
  const modeler = newModeler(templates);
  const { warnings } = await modeler.importXML(xml);
  const saved = await modeler.saveXML({ format: true });
  return [
    ...warnings.map(named('opens')),
    ...platform(read.rootElement),
    ...await lint(read.rootElement),
    ...differences(treeOf(xml), treeOf(saved.xml)).map(by('round-trip')),
    ...Object.values(read.elementsById).flatMap(element => misfits(element, templates)),
    ...insane(modeler).map(by('looks'))
  ];
}

/** The faults of a DMN file. */
export async function faultsOfDecision(xml) {
  const modeler = new DmnModeler({ container: '#canvas', moddleExtensions: { camunda: camundaDmn } });
  const { warnings } = await modeler.importXML(xml);
  const saved = await modeler.saveXML({ format: true });
  modeler.destroy();
  return [
    ...warnings.map(named('opens')),
    ...differences(treeOf(xml), treeOf(saved.xml)).map(by('round-trip'))
  ];
}

/** Without it Modeler opens a file as one of a Camunda that it has to guess. */
function platform(definitions) {
  const named = [definitions.get('modeler:executionPlatform'), definitions.get('modeler:executionPlatformVersion')].join(' ');
  return named === PLATFORM ? [] : [{ rule: 'opens', message: `is for “${named.trim()}”, and must be for “${PLATFORM}”` }];
}

function misfits(element, templates) {
  return element.$instanceOf?.('bpmn:FlowElement')
    ? unsatisfied(element, templates).map(message => ({ rule: 'template', element: element.id, message }))
    : [];
}

function named(rule) {
  return ({ message, element }) => ({ rule, element: element?.id, message });
}

function by(rule) {
  return fault => ({ rule, ...fault });
}

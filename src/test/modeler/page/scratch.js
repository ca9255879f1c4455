import { newModeler } from './modeler.js';
import { Pencil } from './pencil.js';

const EMPTY = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="drawing" targetNamespace="http://bpmn.io/schema/bpmn"
    modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
  <bpmn:process id="new" isExecutable="true" />
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="new" /></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

/** A journey drawn on an empty sheet with the element templates and nothing else; as XML and as a picture. */
export async function drawFromScratch(templates) {
  const modeler = newModeler(templates);
  await modeler.importXML(EMPTY);
  await drawSecondLook(new Pencil(modeler, templates));
  const { xml } = await modeler.saveXML({ format: true });
  return { xml, ...await modeler.saveSVG() };
}

async function drawSecondLook(pencil) {
  await pencil.journey({ id: 'second-look', name: 'Second look', historyTimeToLive: 'P30D' });
  const comes = await pencil.put({
    type: 'StartEvent', event: 'Message', at: [200, 200], template: 'enter-when',
    settings: { condition: '${event.minutes >= 2}', reentry: 'always', holdout: '0' },
    fields: { id: 'comes-again', name: 'Comes again' },
    message: 'second_look_begun'
  });
  const best = await pencil.put({
    type: 'IntermediateCatchEvent', event: 'Timer', at: [300, 200], from: comes, template: 'wait-for-best-time',
    settings: { within: 'PT12H' }, fields: { id: 'best-time', name: 'Best time' }
  });
  const choice = await pencil.put({
    type: 'Task', at: [430, 200], from: best, template: 'next-best-action',
    settings: { slot: 'browse-abandonment' }, fields: { id: 'choose', name: 'Choose what to give' }
  });
  const mail = await pencil.put({
    type: 'Task', at: [590, 200], from: choice, template: 'send-email',
    settings: { content: 'browse-abandonment/still-thinking', topic: 'marketing' },
    fields: { id: 'send-second-look', name: 'Send second look' }
  });
  const race = await pencil.put({ type: 'EventBasedGateway', at: [720, 200], from: mail, fields: { id: 'what-comes-first' } });
  const clicks = await pencil.put({
    type: 'IntermediateCatchEvent', event: 'Message', at: [820, 200], from: race, template: 'wait-until',
    settings: { condition: "${event.messageId == journey.messageOf('send-second-look')}" },
    fields: { id: 'clicks', name: 'Clicks' },
    message: 'email_clicked'
  });
  await pencil.put({
    type: 'EndEvent', at: [1160, 200], from: clicks, template: 'goal-reached', fields: { id: 'interested', name: 'Interested' }
  });
  const wait = await pencil.put({
    type: 'IntermediateCatchEvent', event: 'Timer', at: [820, 330], from: race,
    fields: {
      id: 'two-days', name: '2 days pass', timerEventDefinitionType: 'timeDuration', timerEventDefinitionValue: 'P2D'
    }
  });
  const half = await pencil.put({
    type: 'ExclusiveGateway', at: [920, 330], from: wait, template: 'split',
    settings: { shares: 'to-reminder=50, to-silence=50' }, fields: { id: 'every-second', name: 'Every second?' }
  });
  const reminder = await pencil.put({
    type: 'Task', at: [1050, 330], template: 'send-email',
    settings: { content: 'browse-abandonment/reminder', topic: 'marketing' },
    fields: { id: 'send-reminder', name: 'Send reminder' }
  });
  await pencil.join(half, reminder, { fields: { id: 'to-reminder', name: 'yes' } });
  await pencil.put({
    type: 'EndEvent', at: [1160, 330], from: reminder, fields: { id: 'reminded', name: 'Reminded' }
  });
  const silence = await pencil.put({ type: 'EndEvent', at: [1160, 440], fields: { id: 'silent', name: 'Left alone' } });
  await pencil.join(half, silence, { fields: { id: 'to-silence', name: 'no' }, nudge: { x: 16, y: -20 } });
  await drawExit(pencil);
}

async function drawExit(pencil) {
  const frame = pencil.frame({ at: [430, 360], size: [260, 120], name: 'Buys' });
  const buys = await pencil.put({
    type: 'StartEvent', event: 'Message', at: [350, 360], inside: frame, template: 'exit-when',
    fields: { id: 'buys', name: 'Buys' },
    message: 'purchased'
  });
  await pencil.put({
    type: 'EndEvent', at: [510, 360], inside: frame, from: buys, template: 'goal-reached',
    fields: { id: 'bought', name: 'Bought' }
  });
}

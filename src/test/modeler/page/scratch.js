import { newModeler } from './modeler.js';
import { Pencil } from './pencil.js';

const EMPTY = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="drawing" targetNamespace="http://bpmn.io/schema/bpmn"
    modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
  <bpmn:process id="new" isExecutable="true" />
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="new" /></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const JOURNEYS = { 'second-look': drawSecondLook, 'other-blocks': drawOtherBlocks };

/** The names of what can be drawn. */
export function namesOfDrawings() {
  return Object.keys(JOURNEYS);
}

/** A journey drawn on an empty sheet with the element templates and nothing else. */
export async function drawFromScratch(name, templates) {
  const modeler = newModeler(templates);
  await modeler.importXML(EMPTY);
  await JOURNEYS[name](new Pencil(modeler, templates));
  return (await modeler.saveXML({ format: true })).xml;
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

/** Those building blocks that “Second look” has no use for. */
async function drawOtherBlocks(pencil) {
  await pencil.journey({ id: 'other-blocks', name: 'Other blocks', historyTimeToLive: 'P30D' });
  const begins = await pencil.put({
    type: 'StartEvent', event: 'Message', at: [200, 200], template: 'enter-when',
    settings: { holdout: '' }, fields: { id: 'begins', name: 'Takes the quiz' }, message: 'other_blocks_begun'
  });
  const notes = await pencil.put({
    type: 'Task', at: [330, 200], from: begins, template: 'update-profile',
    settings: { attribute: 'quiz', value: 'taken' }, fields: { id: 'note', name: 'Note the quiz' }
  });
  const lot = await pencil.put({
    type: 'ExclusiveGateway', at: [450, 200], from: notes, template: 'experiment',
    settings: { experiment: 'call-or-ask', shares: 'to-call=50, to-question=50' }, fields: { id: 'lot', name: 'Call or ask?' }
  });
  const call = await pencil.put({
    type: 'Task', at: [600, 200], template: 'call-webhook',
    settings: { url: 'http://127.0.0.1:9/leads', body: 'score = ${customer.leadScore}; source = quiz' },
    fields: { id: 'call', name: 'Tell the sales system' }
  });
  await pencil.join(lot, call, { fields: { id: 'to-call', name: 'call' } });
  await pencil.put({ type: 'EndEvent', at: [720, 200], from: call, fields: { id: 'called', name: 'Told' } });
  const question = await pencil.put({
    type: 'Task', at: [600, 330], template: 'ask-a-person', fields: { id: 'question', name: 'Worth a call?' }
  });
  await pencil.join(lot, question, { fields: { id: 'to-question', name: 'ask' }, nudge: { x: 16, y: 0 } });
  await pencil.put({ type: 'EndEvent', at: [720, 330], from: question, fields: { id: 'asked', name: 'Answered' } });
}

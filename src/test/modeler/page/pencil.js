import { Panel } from './panel.js';

/** Draws a journey as a person does: puts shapes on the canvas, joins them, and fills in the panel. */
export class Pencil {
  constructor(modeler, templates) {
    this.modeling = modeler.get('modeling');
    this.factory = modeler.get('elementFactory');
    this.applied = modeler.get('elementTemplates');
    this.canvas = modeler.get('canvas');
    this.panel = new Panel(modeler);
    this.templates = templates;
  }

  /** Fills in the panel of the journey itself. */
  async journey(fields) {
    await this.fillIn(this.canvas.getRootElement(), { fields });
  }

  /**
   * Puts a shape with its middle at a place and fills in its panel: `template` is the file of an element template,
   * `settings` its fields by name, `fields` Modeler's own by id, `message` the event that is waited for.
   */
  async put({ type, event, at: [x, y], inside, from, ...rest }) {
    const shape = this.factory.createShape({ type: `bpmn:${type}`, eventDefinitionType: event && `bpmn:${event}EventDefinition` });
    const parent = inside ?? this.canvas.getRootElement();
    const placed = this.modeling.createShape(shape, { x, y }, parent);
    const element = await this.fillIn(placed, rest);
    if (from) {
      await this.join(from, element);
    }
    return element;
  }

  /** An event sub-process: what ends the journey from anywhere. */
  frame({ at: [x, y], size: [width, height], name }) {
    const shape = this.factory.createShape({ type: 'bpmn:SubProcess', triggeredByEvent: true, isExpanded: true, width, height });
    const frame = this.modeling.createShape(shape, { x, y }, this.canvas.getRootElement());
    this.modeling.updateProperties(frame, { name });
    return frame;
  }

  /** A flow from one shape to another; `fields` are those of its panel, `nudge` moves its label aside. */
  async join(one, other, { fields, nudge } = {}) {
    const flow = this.modeling.connect(one, other);
    if (fields) {
      await this.fillIn(flow, { fields });
    }
    if (nudge) {
      this.modeling.moveShape(flow.labels[0], nudge);
    }
  }

  async fillIn(element, { template, message, settings = {}, fields = {} }) {
    const chosen = template && this.template(template);
    const target = chosen ? this.applied.applyTemplate(element, chosen) : element;
    await this.panel.show(target);
    for (const [field, value] of Object.entries(fields)) {
      await this.panel.write(field, value);
    }
    if (message) {
      await this.panel.choose(message);
    }
    for (const [name, value] of Object.entries(settings)) {
      await this.panel.fill(labelOf(chosen, name), value);
    }
    return target;
  }

  template(file) {
    const found = this.templates.find(({ id }) => id === `org.postroad.${file}`);
    if (!found) {
      throw new Error(`There is no element template “${file}”`);
    }
    return found;
  }
}

function labelOf({ name: template, properties }, setting) {
  const property = properties.find(({ binding }) => binding.name === setting);
  if (!property) {
    throw new Error(`“${template}” has no setting “${setting}”`);
  }
  return property.label;
}

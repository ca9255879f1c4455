import { isLabel } from 'bpmn-js/lib/util/LabelUtil';
import { is } from 'bpmn-js/lib/util/ModelUtil';

const TOUCH = 1.5; // pixels that rounding may cost

/** What is wrong with how a diagram looks, as pairs of element and sentence. */
export function insane(modeler) {
  const elements = modeler.get('elementRegistry').filter(element => element.parent);
  const shapes = elements.filter(element => !element.waypoints && !isLabel(element));
  const edges = elements.filter(element => is(element, 'bpmn:SequenceFlow') && element.waypoints);
  const texts = elements.flatMap(element => textOf(element, modeler));
  return [
    ...undrawn(modeler),
    ...shapes.flatMap((shape, index) => shapes.slice(index + 1).flatMap(other => overlap(shape, other))),
    ...edges.flatMap(edge => [undocked(edge, 'source'), undocked(edge, 'target'), ...through(edge, shapes)].flat()),
    ...texts.flatMap(text => [...covering(text, shapes), ...crossed(text, edges), ...spilling(text)]),
    ...texts.flatMap((text, index) => texts.slice(index + 1).flatMap(other => overwritten(text, other)))
  ];
}

/** What the file says and nobody sees. */
function undrawn(modeler) {
  const registry = modeler.get('elementRegistry');
  return flowElements(modeler.getDefinitions().rootElements)
    .filter(({ id }) => !registry.get(id))
    .map(({ id }) => fault(id, 'is not drawn'));
}

function flowElements(parents) {
  return parents.flatMap(({ flowElements: own = [] }) => [...own, ...flowElements(own)]);
}

function overlap(shape, other) {
  const related = contains(shape, other) || contains(other, shape) || shape.host === other || other.host === shape;
  return !related && meet(shape, other) ? [fault(shape.id, `lies over ${other.id}`)] : [];
}

function contains(parent, child) {
  return child.parent && (child.parent === parent || contains(parent, child.parent));
}

function undocked(edge, end) {
  const point = end === 'source' ? edge.waypoints[0] : edge.waypoints.at(-1);
  const shape = edge[end];
  return Math.abs(outside(point, shape)) <= TOUCH
    ? []
    : [fault(edge.id, `does not end on the border of ${shape.id}, its ${end}, but at ${point.x},${point.y}`)];
}

/** How far a point lies outside the border of a shape; negative inside. */
function outside(point, shape) {
  const dx = Math.abs(point.x - shape.x - shape.width / 2);
  const dy = Math.abs(point.y - shape.y - shape.height / 2);
  if (is(shape, 'bpmn:Event')) {
    return Math.hypot(dx, dy) - shape.width / 2;
  }
  if (is(shape, 'bpmn:Gateway')) {
    return (dx + dy - shape.width / 2) / Math.SQRT2;
  }
  return Math.max(dx - shape.width / 2, dy - shape.height / 2);
}

function through(edge, shapes) {
  return shapes
    .filter(shape => shape !== edge.source && shape !== edge.target && !contains(shape, edge))
    .filter(shape => segments(edge).some(segment => cuts(segment, inner(shape, TOUCH))))
    .map(shape => fault(edge.id, `runs through ${shape.id}`));
}

/** The box of what is written, in the coordinates of the diagram; nothing if nothing is. */
function textOf(element, modeler) {
  const written = modeler.get('canvas').getGraphics(element)?.querySelector(':scope > .djs-visual text');
  const box = written?.textContent && !element.waypoints && written.getBBox();
  return box ? [{ element, x: element.x + box.x, y: element.y + box.y, width: box.width, height: box.height }] : [];
}

function covering(text, shapes) {
  return shapes
    .filter(shape => isLabel(text.element) && !contains(shape, text.element) && meet(inner(text, 2), ink(shape)))
    .map(shape => fault(text.element.labelTarget.id, `has its label over ${shape.id}`));
}

/** A diamond leaves the corners of its box free. */
function ink(shape) {
  return is(shape, 'bpmn:Gateway') ? inner(shape, shape.width / 5) : shape;
}

function crossed(text, edges) {
  return edges
    .filter(edge => segments(edge).some(segment => cuts(segment, inner(text, 3))))
    .map(edge => fault(ownerOf(text), `has its label crossed by ${edge.id}`));
}

function spilling({ element, ...box }) {
  const spills = !isLabel(element) && !is(element, 'bpmn:SubProcess') && !contained(inner(box, 2), element);
  return spills ? [fault(element.id, 'has more text than room')] : [];
}

function overwritten(text, other) {
  return meet(inner(text, 2), inner(other, 2)) ? [fault(ownerOf(text), `has its label over that of ${ownerOf(other)}`)] : [];
}

function ownerOf({ element }) {
  return (element.labelTarget ?? element).id;
}

function meet(one, other) {
  return one.x < other.x + other.width && other.x < one.x + one.width
    && one.y < other.y + other.height && other.y < one.y + one.height;
}

function contained(box, outer) {
  return box.x >= outer.x && box.y >= outer.y
    && box.x + box.width <= outer.x + outer.width && box.y + box.height <= outer.y + outer.height;
}

function inner({ x, y, width, height }, margin) {
  return { x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin };
}

function segments({ waypoints }) {
  return waypoints.slice(1).map((to, index) => [waypoints[index], to]);
}

/** Whether a segment crosses a box: clipped against each side in turn (Liang and Barsky, 1984). */
function cuts([from, to], { x, y, width, height }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const sides = [[-dx, from.x - x], [dx, x + width - from.x], [-dy, from.y - y], [dy, y + height - from.y]];
  let [enters, leaves] = [0, 1];
  for (const [step, room] of sides) {
    if (step === 0 && room < 0) {
      return false;
    }
    if (step < 0) {
      enters = Math.max(enters, room / step);
    } else if (step > 0) {
      leaves = Math.min(leaves, room / step);
    }
  }
  return enters < leaves;
}

function fault(element, message) {
  return { element, message };
}

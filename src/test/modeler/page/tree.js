const ARTIFACTS = ['textAnnotation', 'association', 'group'];
const DRAWN = ['bpmnElement', 'dmnElementRef'];

/**
 * What an XML file says, without how it was written: names with their namespaces, attributes by name, no white space
 * between elements. Order is kept, because a gateway asks its flows in the order of the file, except where it cannot
 * matter: shapes and edges of a plane, and notes, which Modeler writes last.
 */
export function treeOf(xml) {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  const error = parsed.querySelector('parsererror');
  if (error) {
    throw new Error(error.textContent);
  }
  return treeOfElement(parsed.documentElement);
}

function treeOfElement(element) {
  return {
    name: nameOf(element),
    ...Object.fromEntries(attributesOf(element)),
    ...(element.children.length ? { children: childrenOf(element) } : { text: element.textContent.trim() })
  };
}

function childrenOf({ children }) {
  const ordered = [...children].filter(child => !whatItDraws(child)).sort(notesLast).map(treeOfElement);
  const drawn = [...children].filter(whatItDraws).map(child => [whatItDraws(child), treeOfElement(child)]);
  return { ...ordered, ...Object.fromEntries(drawn) };
}

function notesLast(one, other) {
  return ARTIFACTS.includes(one.localName) - ARTIFACTS.includes(other.localName);
}

function whatItDraws(shape) {
  return DRAWN.map(name => shape.getAttribute(name)).find(Boolean);
}

function attributesOf(element) {
  return [...element.attributes]
    .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
    .map(attribute => [`@${nameOf(attribute)}`, valueOf(attribute, element)]);
}

function nameOf({ namespaceURI, localName }) {
  return namespaceURI ? `{${namespaceURI}}${localName}` : localName;
}

/** The value of xsi:type is itself a name with a prefix. */
function valueOf({ localName, namespaceURI, value }, element) {
  if (localName !== 'type' || !namespaceURI?.endsWith('XMLSchema-instance')) {
    return value;
  }
  const [local, prefix = null] = value.split(':').reverse();
  return `{${element.lookupNamespaceURI(prefix)}}${local}`;
}

/** The places in which two trees differ, each with the nearest id and a sentence. */
export function differences(before, after, id) {
  if (typeof before !== 'object' || typeof after !== 'object') {
    return before === after ? [] : [{ element: id, message: `${show(before)} became ${show(after)}` }];
  }
  const nearest = before['@id'] ?? before['@bpmnElement'] ?? id;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap(key => differences(before[key], after[key], nearest));
}

function show(value) {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120);
}

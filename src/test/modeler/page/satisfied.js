const TASKS = /Task$/;

/** What an element lacks of the template that it names, or that it names none although it is a task. */
export function unsatisfied(element, templates) {
  const id = element.get('camunda:modelerTemplate');
  const version = element.get('camunda:modelerTemplateVersion');
  if (!id) {
    return TASKS.test(element.$type) ? ['names no element template'] : [];
  }
  const template = templates.find(one => one.id === id);
  if (!template) {
    return [`names the template ${id}, which does not exist`];
  }
  if (template.version !== version) {
    return [`names version ${version} of the template ${id}, whose version is ${template.version}`];
  }
  return [...wrongType(element, template), ...strangers(element, template), ...template.properties.flatMap(wrongValue(element))];
}

function wrongType(element, { name, appliesTo, elementType }) {
  const types = elementType ? [elementType.value] : appliesTo;
  return types.some(type => element.$instanceOf(type)) ? [] : [`is a ${element.$type}, and “${name}” is for ${types.join(', ')}`];
}

function strangers(element, { name, properties }) {
  const known = properties.map(({ binding }) => binding.name);
  return settings(element)
    .filter(setting => !known.includes(setting.name))
    .map(setting => `has the setting “${setting.name}”, which “${name}” does not know`);
}

function wrongValue(element) {
  return property => {
    const value = valueOf(element, property.binding);
    const what = property.label ?? property.binding.name;
    return faultsOf(property, value).map(fault => `${what}: ${fault}`);
  };
}

function faultsOf({ type, value: fixed, choices, constraints = {} }, value) {
  if (type === 'Hidden') {
    return value === fixed ? [] : [`is ${value}, and must be ${fixed}`];
  }
  if (value === undefined || value === '') {
    return constraints.notEmpty ? ['must not be empty'] : [];
  }
  if (type === 'Dropdown' && !choices.some(choice => choice.value === value)) {
    return [`has no choice “${value}”`];
  }
  const { value: pattern = constraints.pattern, message } = constraints.pattern ?? {};
  return pattern && !new RegExp(pattern).test(value) ? [`“${value}”: ${message ?? `does not match ${pattern}`}`] : [];
}

/** The value that an element has for a property of a template. */
export function valueOf(element, { type, name }) {
  return type === 'camunda:property' ? settings(element).find(setting => setting.name === name)?.value : element.get(name);
}

function settings(element) {
  const extensions = element.get('extensionElements')?.get('values') ?? [];
  return extensions.filter(({ $type }) => $type === 'camunda:Properties').flatMap(({ values = [] }) => values);
}

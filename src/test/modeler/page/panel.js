/** The properties panel, used as a person does: by its labels and fields. */
export class Panel {
  constructor(modeler) {
    this.modeler = modeler;
  }

  /** Selects an element and waits until the panel speaks of it. */
  async show(element) {
    const selection = this.modeler.get('selection');
    await until(() => {
      selection.deselect(selection.get()[0]);
      selection.select(element);
      return field('id')?.value === element.id;
    }, `the panel of ${element.id}`);
  }

  /** Opens these groups of fields, by their titles, and shuts the others. */
  async open(titles) {
    for (const header of document.querySelectorAll('.bio-properties-panel-group-header')) {
      const title = header.querySelector('.bio-properties-panel-group-header-title').textContent;
      if (header.classList.contains('open') !== titles.includes(title)) {
        header.click();
      }
    }
    await new Promise(requestAnimationFrame);
  }

  /** The titles of the groups that the template adds. */
  ownGroups() {
    return [...document.querySelectorAll('[data-group-id^="group-ElementTemplates__Custom"] .bio-properties-panel-group-header-title')]
      .map(title => title.textContent);
  }

  /** The labels of all fields that the template adds. */
  labels() {
    return [...document.querySelectorAll('[data-group-id^="group-ElementTemplates__"] [data-entry-id^="custom-entry"]')]
      .map(entry => entry.querySelector('label')?.textContent);
  }

  /** Which groups of fields are shown. */
  groups() {
    return [...document.querySelectorAll('.bio-properties-panel-group-header-title')].map(title => title.textContent);
  }

  /** Writes into one of Modeler's own fields, by its id. */
  async write(id, value) {
    await until(() => field(id), `the field “${id}”`);
    enter(field(id), value);
    await until(() => field(id)?.value === value || field(id)?.checked === value, `“${value}” in the field “${id}”`);
  }

  /** Chooses the message of that name, or makes one. */
  async choose(message) {
    await until(() => field('messageRef'), 'a choice of messages');
    const known = [...field('messageRef').options].find(({ text }) => text === message);
    if (known) {
      return this.write('messageRef', known.value);
    }
    enter(field('messageRef'), 'create-new');
    return this.write('messageName', message);
  }

  /** Writes into a field of the template, by its label. */
  async fill(label, value) {
    const find = () => labelled(label);
    await until(find, `the field “${label}”`);
    enter(find(), value);
    await until(() => find()?.value === value, `“${value}” in the field “${label}”`);
  }
}

function field(id) {
  return document.querySelector(`[data-entry-id="${id}"] :is(input, select, textarea)`);
}

function labelled(text) {
  const label = [...document.querySelectorAll('[data-entry-id^="custom-entry"] label')].find(one => one.textContent === text);
  return label && document.getElementById(label.htmlFor);
}

function enter(input, value) {
  if (input.type === 'checkbox') {
    if (input.checked !== value) {
      input.click();
    }
    return;
  }
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Looks once a frame, for five seconds. */
export async function until(condition, what) {
  for (let frame = 0; frame < 300; frame++) {
    if (condition()) {
      return;
    }
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`Modeler does not show ${what}`);
}

import { Linter } from 'bpmnlint';
import recommended from 'bpmnlint/config/recommended';
import { configs, rules } from 'bpmnlint-plugin-camunda-compat';

/** The recommended rules and those for Camunda 7.24, without these. */
const CONFIGURATION = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24'],
  rules: {
    // A customer is at one place of a journey at a time, so that alternative ways may meet in a step or a gateway: a
    // diamond in front of it would say nothing.
    'fake-join': 'off',
    'no-gateway-join-fork': 'off'
  }
};

const PACKAGES = {
  bpmnlint: {
    config: () => recommended,
    rule: name => require(`../node_modules/bpmnlint/rules/${name}.js`)
  },
  'bpmnlint-plugin-camunda-compat': {
    config: name => configs[name],
    rule: name => require(`../node_modules/bpmnlint-plugin-camunda-compat/rules/camunda-platform/${basename(rules[name])}.js`)
  }
};

function basename(path) {
  return path.split('/').at(-1).replace(/\.js$/, '');
}

/** What bpmnlint says. A linter remembers what it saw: each file has its own. */
export async function lint(definitions) {
  const resolver = {
    resolveConfig: (name, config) => PACKAGES[name].config(config),
    resolveRule: (name, rule) => PACKAGES[name].rule(rule)
  };
  const reports = await new Linter({ config: CONFIGURATION, resolver }).lint(definitions);
  return Object.entries(reports).flatMap(([rule, found]) =>
    found.map(({ id, message }) => ({ rule, element: id, message })));
}

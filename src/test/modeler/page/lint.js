import { config, resolver } from 'lint-configuration';
import { Linter } from 'bpmnlint';

/** What bpmnlint says, by the rules of lint.js. A linter remembers what it saw: each file has its own. */
export async function lint(definitions) {
  const reports = await new Linter({ config, resolver }).lint(definitions);
  return Object.entries(reports).flatMap(([rule, found]) =>
    found.map(({ id, message }) => ({ rule, element: id, message })));
}

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The element templates of a folder. */
export function readTemplates(folder) {
  return readdirSync(folder).map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

import { accessSync, constants, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import compileLint from 'bpmnlint/lib/support/compile-config.js';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { LINT } from './lint.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FONTS = { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.eot': 'dataurl', '.svg': 'dataurl' };
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/**
 * The parts of Camunda Modeler in a headless Chromium. What page/index.js exports is called by name: arguments and
 * results are plain data. Close it when done.
 */
export async function openModeler({ width = 1440, height = 900, scale = 2 } = {}) {
  const browser = await puppeteer.launch({
    executablePath: chromium(),
    userDataDir: mkdtempSync(join(tmpdir(), 'postroad-modeler-')),
    args: FLAGS
  });
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', line => line.type() === 'error' && complaints.push(line.text()));
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.setContent('<!doctype html><html lang="en"><body><div id="canvas"></div><div id="panel"></div></body></html>');
  const { script, style } = await bundle();
  await page.addStyleTag({ content: style });
  await page.addScriptTag({ content: script });
  if (complaints.length) {
    throw new Error(`The parts of Modeler do not load: ${complaints.join('; ')}`);
  }
  return {
    page,
    complaints,
    call: (name, ...args) => page.evaluate((n, a) => window.postroad[n](...a), name, args),
    close: () => browser.close()
  };
}

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, 'page/index.js')],
    bundle: true,
    write: false,
    outdir: 'bundle',
    format: 'iife',
    globalName: 'postroad',
    target: 'chrome110',
    loader: FONTS,
    plugins: [{ name: 'lint', setup: bundleLint }],
    logLevel: 'error'
  });
  const text = ending => outputFiles.find(file => file.path.endsWith(ending)).text;
  return { script: text('.js'), style: text('.css') };
}

/** The rules are named in lint.js; bpmnlint itself writes the module that imports them. */
function bundleLint({ onResolve, onLoad }) {
  const resolver = new NodeResolver({ require: createRequire(import.meta.url) });
  onResolve({ filter: /^lint-configuration$/ }, ({ path }) => ({ path, namespace: 'lint' }));
  onLoad({ filter: /.*/, namespace: 'lint' }, async () => ({ contents: await compileLint(LINT, resolver), resolveDir: HERE }));
}

function chromium() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const programs = ['chromium', 'google-chrome', 'chromium-browser'];
  const found = programs.flatMap(program => folders.map(folder => join(folder, program))).find(runs);
  if (!found) {
    throw new Error('No Chromium was found: install the package chromium.');
  }
  return found;
}

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

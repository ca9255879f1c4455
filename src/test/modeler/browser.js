import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FONTS = { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.eot': 'dataurl', '.svg': 'dataurl' };
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/**
 * The parts of Camunda Modeler in a headless Chromium. What page/index.js exports is called by name: arguments and
 * results are plain data. Close it when done.
 */
export async function openModeler({ width = 1440, height = 900, scale = 2 } = {}) {
  const browser = await puppeteer.launch({ executablePath: chromium(), args: FLAGS });
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
    logLevel: 'error'
  });
  const text = ending => outputFiles.find(file => file.path.endsWith(ending)).text;
  return { script: text('.js'), style: text('.css') };
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

import { newModeler } from './modeler.js';

/** The diagram as SVG, as Modeler's "Export as image" gives it, with its size in pixels. */
export async function draw(xml) {
  const modeler = newModeler();
  await modeler.importXML(xml);
  const { svg } = await modeler.saveSVG();
  const [, width, height] = svg.match(/<svg[^>]* width="([\d.]+)" height="([\d.]+)"/);
  return { svg, width: Math.ceil(width), height: Math.ceil(height) };
}

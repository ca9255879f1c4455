/** Prints a drawing as PNG, as large as it is. */
export async function print({ svg, width, height }, file, { page }) {
  const paper = await page.browser().newPage();
  await paper.setViewport({ width, height, deviceScaleFactor: 1 });
  await paper.setContent(`<style>body{margin:0;background:white}</style>${svg}`);
  await paper.screenshot({ path: file });
  await paper.close();
}

export { faultsOfDecision, faultsOfJourney } from './files.js';
export { showBlock, showPlainStep, showStep } from './guide.js';
export { draw } from './pictures.js';
export { drawFromScratch, namesOfDrawings } from './scratch.js';
export { faultsOfTemplate } from './templates.js';

export { faultsOfDecision, faultsOfJourney } from './files.js';
export { showBlock, showChoice, showStep } from './guide.js';
export { draw } from './pictures.js';
export { faultsOfTemplate } from './templates.js';
export { drawFromScratch } from './scratch.js';

export { draw } from './pictures.js';

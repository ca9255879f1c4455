package org.postroad.rehearse.scenario;

/**
 * A diagram with one fault.
 *
 * @param fault what was done to it, and where
 */
record Mutant(String fault, byte[] diagram) {}

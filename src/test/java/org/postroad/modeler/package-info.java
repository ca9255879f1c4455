/**
 * The parts that Camunda Modeler is made of, run with Node and Chromium on what marketers draw; the JavaScript is in {@code
 * src/test/modeler}.
 */
@NullMarked
package org.postroad.modeler;

import org.jspecify.annotations.NullMarked;

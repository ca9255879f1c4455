/** Runs Camunda Modeler's components on the journeys, with Node and Chromium. The scripts are in {@code src/test/modeler}. */
@NullMarked
package org.postroad.modeler;

import org.jspecify.annotations.NullMarked;

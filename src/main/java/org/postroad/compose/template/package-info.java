/** Finds content templates and runs them in a FreeMarker sandbox with limits on time, memory and output size. */
@NullMarked
package org.postroad.compose.template;

import org.jspecify.annotations.NullMarked;

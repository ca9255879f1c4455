/** Measures segments and lookalikes on the purchases of a real shop. */
@NullMarked
package org.postroad.evaluate.segment;

import org.jspecify.annotations.NullMarked;

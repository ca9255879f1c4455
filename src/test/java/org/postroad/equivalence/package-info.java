/** The same history ends the same, however it is told. */
@NullMarked
package org.postroad.equivalence;

import org.jspecify.annotations.NullMarked;

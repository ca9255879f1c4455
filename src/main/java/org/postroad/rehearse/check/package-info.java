/** Checks diagrams and decision tables before they are deployed. */
@NullMarked
package org.postroad.rehearse.check;

import org.jspecify.annotations.NullMarked;

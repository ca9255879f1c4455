/**
 * The one clock and the agenda of what falls due: everything that waits for a moment registers here, so that time can be moved.
 *
 * <p>Uses nothing but {@code sql}; every package may use it.
 */
@NullMarked
package org.postroad.time;

import org.jspecify.annotations.NullMarked;

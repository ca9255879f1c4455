/**
 * The one clock, and the scheduler of all work that falls due, so that tests and simulations can move time. Start at
 * {@link org.postroad.time.ScheduledWork}.
 *
 * <p>Uses nothing but {@code sql}; every package may use it.
 */
@NullMarked
package org.postroad.time;

import org.jspecify.annotations.NullMarked;

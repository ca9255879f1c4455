/**
 * What happens when a node starts and stops: the first login and key, the port check, the startup message, the analysis of
 * failed starts, and the shutdown delay.
 *
 * <p>Uses {@code security} and {@code web}.
 */
@NullMarked
package org.postroad.startup;

import org.jspecify.annotations.NullMarked;

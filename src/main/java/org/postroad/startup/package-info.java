/** What happens when a node starts and stops: the first login and key, the port check, the startup message, failure analyses and the shutdown delay. */
@NullMarked
package org.postroad.startup;

import org.jspecify.annotations.NullMarked;

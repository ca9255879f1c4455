/** Events that wait for the handlers: processing, depth, back-pressure and dead letters. */
@NullMarked
package org.postroad.event.inbox;

import org.jspecify.annotations.NullMarked;

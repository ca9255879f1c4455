/** The stored events that handlers have not processed yet: processing by shard, depth and back-pressure, dead letters. */
@NullMarked
package org.postroad.event.inbox;

import org.jspecify.annotations.NullMarked;

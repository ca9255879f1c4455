/** Sends the messages that were claimed from the outbox, with many workers or in a rehearsal batch by batch, and records each attempt. */
@NullMarked
package org.postroad.deliver.dispatch;

import org.jspecify.annotations.NullMarked;

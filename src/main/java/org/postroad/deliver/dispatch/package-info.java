/** Worker threads that take claimed messages from the outbox, send them and record each attempt. */
@NullMarked
package org.postroad.deliver.dispatch;

import org.jspecify.annotations.NullMarked;

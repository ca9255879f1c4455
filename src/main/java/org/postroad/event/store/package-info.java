/** The event log and the inbox as tables: SQL, row mapping, replay and retention. */
@NullMarked
package org.postroad.event.store;

import org.jspecify.annotations.NullMarked;

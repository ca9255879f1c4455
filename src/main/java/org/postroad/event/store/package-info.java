/** The event log and inbox tables in PostgreSQL: SQL, row mapping, replay and retention. */
@NullMarked
package org.postroad.event.store;

import org.jspecify.annotations.NullMarked;

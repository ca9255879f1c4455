/**
 * Local mode: the embedded PostgreSQL, the inbox and the time machine.
 *
 * <p>Uses {@code time}. Nothing of it exists once a datasource is configured.
 */
@NullMarked
package org.postroad.local;

import org.jspecify.annotations.NullMarked;

/**
 * Local mode: an embedded PostgreSQL, an embedded SMTP server with an inbox, and a clock that can be moved by hand. None
 * of these beans exists if a datasource is configured. Start at {@code LocalConfiguration}.
 *
 * <p>Uses {@code time} and {@code sql}.
 */
@NullMarked
package org.postroad.local;

import org.jspecify.annotations.NullMarked;

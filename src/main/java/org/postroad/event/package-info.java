/**
 * The one way in: accept, validate, de-duplicate, store and hand on customer events.
 *
 * <p>Uses nothing but {@code time}.
 */
@NullMarked
package org.postroad.event;

import org.jspecify.annotations.NullMarked;

/**
 * The one way in for customer events: accept, validate, de-duplicate, store, process. This package is what others use;
 * {@code intake}, {@code inbox}, {@code store}, {@code shard} and {@code kafka} implement it. Of these, others may use
 * {@code shard} only.
 *
 * <p>Uses nothing but {@code time}, {@code sql} and {@code json}. Start at {@link org.postroad.event.EventIntake} and
 * {@link org.postroad.event.EventHandler}.
 */
@NullMarked
package org.postroad.event;

import org.jspecify.annotations.NullMarked;

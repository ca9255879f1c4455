/**
 * Creates the signed links and the pixel of messages, records opens, clicks and consent as events, and credits purchases to
 * messages. {@link org.postroad.track.TrackingLinks} is where to start.
 *
 * <p>Uses {@code event} and {@code customer}.
 */
@NullMarked
package org.postroad.track;

import org.jspecify.annotations.NullMarked;

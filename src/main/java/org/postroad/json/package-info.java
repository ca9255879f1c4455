/**
 * Reads JSON that applications send: strictly, with limits, and with a sentence for each fault. Start at {@link
 * org.postroad.json.RequestBodies} and {@link org.postroad.json.JsonFields}.
 *
 * <p>Uses nothing; every package may use it.
 */
@NullMarked
package org.postroad.json;

import org.jspecify.annotations.NullMarked;

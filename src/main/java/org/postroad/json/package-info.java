/**
 * The edge over HTTP: what applications send as JSON, read strictly, with limits, and with a sentence for each fault.
 *
 * <p>Uses nothing; every package may use it.
 */
@NullMarked
package org.postroad.json;

import org.jspecify.annotations.NullMarked;

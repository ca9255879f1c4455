/**
 * Funnels, lift, timelines and the console.
 *
 * <p>Reads all, writes nothing.
 */
@NullMarked
package org.postroad.report;

import org.jspecify.annotations.NullMarked;

/**
 * Figures of journeys, lift, timelines of customers, and the console.
 *
 * <p>May use every package; writes nothing to the database.
 */
@NullMarked
package org.postroad.report;

import org.jspecify.annotations.NullMarked;

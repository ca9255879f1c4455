/**
 * Named groups of customers: rules over the words of audiences, RFM names, clusters by behaviour, and who is like the members of
 * a group.
 *
 * <p>Uses {@code learn}, for boosted trees.
 */
@NullMarked
package org.postroad.segment;

import org.jspecify.annotations.NullMarked;

/**
 * Named groups of customers: rules over the words of audiences, RFM names, clusters by behaviour, and who is like the members of
 * a group. Start at {@link org.postroad.segment.Segments} and {@link org.postroad.segment.SegmentLearning}.
 *
 * <p>Uses {@code customer} for profiles, {@code decide} for its port of rules, {@code learn} for boosted trees, and {@code predict} for samples. Journeys evaluate its rules,
 * see {@link org.postroad.segment.SegmentExpressions}.
 */
@NullMarked
package org.postroad.segment;

import org.jspecify.annotations.NullMarked;

/**
 * Groups of customers by what they do: RFM names, clusters that survive refits, and who is like the members of a group. Start at
 * {@link org.postroad.segment.model.ClusterTraining} and {@link org.postroad.segment.model.LookalikeTraining}.
 *
 * <p>Uses {@code learn.effect}, which boosts trees.
 */
@NullMarked
@NamedInterface("model")
package org.postroad.segment.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

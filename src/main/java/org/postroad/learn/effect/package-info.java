/**
 * Models of what an action changes: outcomes by arm, effects against the control arm, their calibration, and how well effects
 * are ranked. Start at {@link org.postroad.learn.effect.ArmOutcomes}. Plain arrays in, immutable fitted models out.
 *
 * <p>Uses {@code decide.tree}, which evaluates the trees that are trained here, and {@code decide.model}, which calibrates effects.
 */
@NullMarked
@NamedInterface("effect")
package org.postroad.learn.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

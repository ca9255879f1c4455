/**
 * What a policy would have earned, from decisions that another policy made: off-policy estimators, support in the log, and the
 * gate that lets a policy act. Start at {@link org.postroad.learn.policy.PolicyGate}. Plain arrays in, records out.
 *
 * <p>Uses {@code learn.effect}, whose trees find where an action was logged.
 */
@NullMarked
@NamedInterface("policy")
package org.postroad.learn.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

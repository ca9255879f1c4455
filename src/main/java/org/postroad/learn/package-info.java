/**
 * Builds a training set from past decisions and their outcomes, trains the offer model and the effects of offers, evaluates them
 * off-policy and publishes them. Start at {@link org.postroad.learn.TrainingPipeline}. Effect models and the policy gate are in
 * the packages below.
 *
 * <p>Uses {@code event}, {@code feature} and {@code decide}; and {@code customer} and {@code catalog}, since it replays
 * profiles and computes outcomes as margins.
 */
@NullMarked
package org.postroad.learn;

import org.jspecify.annotations.NullMarked;

/**
 * Evaluations of effect models, off-policy estimators and the policy gate: on Hillstrom's e-mail test, on Open Bandit, and on
 * logs whose truth is known.
 */
@NullMarked
package org.postroad.evaluate.effect;

import org.jspecify.annotations.NullMarked;

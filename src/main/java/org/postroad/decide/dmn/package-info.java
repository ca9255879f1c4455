/**
 * The business rules of {@code decide} as DMN decision tables, in the latest version that is deployed to the engine; each
 * evaluation reports the rule that matched.
 *
 * <p>Internal to {@code decide}. The only package that uses Camunda's DMN API.
 */
@NullMarked
package org.postroad.decide.dmn;

import org.jspecify.annotations.NullMarked;

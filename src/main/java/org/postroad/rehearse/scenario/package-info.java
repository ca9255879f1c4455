/**
 * Scenarios: YAML files that say what happens to a customer and what a journey must do then. Start at {@link
 * org.postroad.rehearse.scenario.TestCommand}.
 */
@NullMarked
package org.postroad.rehearse.scenario;

import org.jspecify.annotations.NullMarked;

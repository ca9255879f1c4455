/**
 * The decision tables: deployed to the engine, where Modeler and Cockpit find them, and evaluated with the rule that decided.
 *
 * <p>The inside of {@code decide}; the only home of Camunda's DMN API.
 */
@NullMarked
package org.postroad.decide.dmn;

import org.jspecify.annotations.NullMarked;

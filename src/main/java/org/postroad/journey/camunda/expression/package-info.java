/** The expression language of diagrams: JUEL over the journey vocabulary, its checks at deployment, and entry conditions. */
@NullMarked
package org.postroad.journey.camunda.expression;

import org.jspecify.annotations.NullMarked;

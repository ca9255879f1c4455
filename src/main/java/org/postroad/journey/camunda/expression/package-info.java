/** The expression language of diagrams: JUEL over the journey vocabulary instead of Spring beans, its checks, and entry conditions. */
@NullMarked
package org.postroad.journey.camunda.expression;

import org.jspecify.annotations.NullMarked;

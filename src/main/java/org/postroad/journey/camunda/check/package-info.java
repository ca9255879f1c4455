/** Validates diagrams and decision tables when they are deployed: a fault stops the deployment, a warning does not. */
@NullMarked
package org.postroad.journey.camunda.check;

import org.jspecify.annotations.NullMarked;

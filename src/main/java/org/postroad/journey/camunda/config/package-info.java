/** Builds and configures the process engine. */
@NullMarked
package org.postroad.journey.camunda.config;

import org.jspecify.annotations.NullMarked;

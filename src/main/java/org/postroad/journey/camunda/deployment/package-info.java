/** Deploys the files at start, finds the deployed journeys and their versions, and suspends and activates journeys. */
@NullMarked
package org.postroad.journey.camunda.deployment;

import org.jspecify.annotations.NullMarked;

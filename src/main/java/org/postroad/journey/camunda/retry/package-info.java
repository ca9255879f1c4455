/** Work of the engine that failed for one customer, kept as a job which the engine retries until it succeeds or is an incident. */
@NullMarked
package org.postroad.journey.camunda.retry;

import org.jspecify.annotations.NullMarked;

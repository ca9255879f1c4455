/**
 * Events over Kafka: applications' events come in from one topic, Postroad's own events go out to another, and records
 * that are no valid events go to a third. None of these beans exists unless {@code postroad.kafka.bootstrap-servers} is
 * set.
 *
 * <p>Uses the parent package {@code event}, and none of its other packages.
 */
@NullMarked
package org.postroad.event.kafka;

import org.jspecify.annotations.NullMarked;

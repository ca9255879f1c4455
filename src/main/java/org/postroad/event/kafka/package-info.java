/**
 * The same road over Kafka: applications' events come in from one topic, Postroad's own go out to another, and what cannot
 * be read goes to a third. Nothing of it exists unless {@code postroad.kafka.bootstrap-servers} is set.
 *
 * <p>Uses {@code event} by its public face.
 */
@NullMarked
package org.postroad.event.kafka;

import org.jspecify.annotations.NullMarked;

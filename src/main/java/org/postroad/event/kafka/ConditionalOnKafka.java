package org.postroad.event.kafka;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** Registers a bean only if {@code postroad.kafka.bootstrap-servers} is set. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("!'${postroad.kafka.bootstrap-servers:}'.isBlank()")
@interface ConditionalOnKafka {}

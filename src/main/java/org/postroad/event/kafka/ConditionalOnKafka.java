package org.postroad.event.kafka;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** Kafka's parts exist only where somebody says where Kafka is. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("!'${postroad.kafka.bootstrap-servers:}'.isBlank()")
@interface ConditionalOnKafka {}

package org.postroad;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * For tests that open an application context other than the one that {@link PostroadTest} shares. The engine registers
 * itself and its clock for the whole JVM, so these run one after another, and after all tests of the shared context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(Integer.MAX_VALUE)
@Execution(ExecutionMode.SAME_THREAD)
public @interface OwnContext {}

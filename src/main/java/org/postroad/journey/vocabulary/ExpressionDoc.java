package org.postroad.journey.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents a word, or one of its methods, for marketers: one sentence in {@code src/docs/vocabulary.md}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ExpressionDoc {

    String value();

    /** An expression that uses it; empty for none. */
    String example() default "";
}

package org.postroad.journey.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a word, or something that can be asked of it, means to a marketer: one sentence for the page of words. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ExpressionDoc {

    String value();

    /** An expression that shows it in use. */
    String example() default "";
}

package org.postroad.rehearse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a command that runs in a {@link RehearsalApplication}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RehearsalCommand {

    /** Whether the installation's models are used; otherwise decisions are made by rules alone. */
    boolean models() default false;

    /** Whether people who do not touch each other are moved in several threads, one for each processor. */
    boolean concurrent() default false;
}

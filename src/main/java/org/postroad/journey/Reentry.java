package org.postroad.journey;

import java.time.Period;

/** Whether a customer may walk a journey again. Nobody is in the same journey twice at once. */
public sealed interface Reentry {

    /** Written {@code once}. */
    record Once() implements Reentry {}

    /** Written {@code after P14D}: counted from the last entry. */
    record After(Period period) implements Reentry {}

    /** Written {@code always}: as soon as the last walk has ended. */
    record Always() implements Reentry {}
}

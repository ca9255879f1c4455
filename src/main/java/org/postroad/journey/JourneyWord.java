package org.postroad.journey;

import java.util.Date;

/** {@code journey}: this walk. */
public final class JourneyWord implements Word {

    private final Enrolment enrolment;

    JourneyWord(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    public String key() {
        return enrolment.journey();
    }

    /** Which walk of this customer through this journey, from 1. */
    public int run() {
        return enrolment.run();
    }

    public boolean holdout() {
        return enrolment.holdout();
    }

    public Date enteredAt() {
        return Date.from(enrolment.enteredAt());
    }
}

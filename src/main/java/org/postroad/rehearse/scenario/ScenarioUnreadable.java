package org.postroad.rehearse.scenario;

/** A scenario file is invalid; the message says where, and what to write instead. */
final class ScenarioUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScenarioUnreadable(String message) {
        super(message);
    }
}

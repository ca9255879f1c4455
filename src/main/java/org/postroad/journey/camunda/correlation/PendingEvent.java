package org.postroad.journey.camunda.correlation;

/** An event and the subscription whose token it could not move. */
record PendingEvent(String subscription, String eventId) {

    private static final char SEPARATOR = ' '; // the engine's ids have none

    static PendingEvent parse(String text) {
        int end = text.indexOf(SEPARATOR);
        return new PendingEvent(text.substring(0, end), text.substring(end + 1));
    }

    @Override
    public String toString() {
        return subscription + SEPARATOR + eventId;
    }
}

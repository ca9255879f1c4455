package org.postroad.event;

/** Too many events wait in the inbox: no more are taken from outside, and nothing was stored. */
public final class InboxFull extends RuntimeException {

    public InboxFull(long waiting) {
        super(waiting + " events wait to be acted on, and no more are taken in before they are fewer."
                + " Nothing was accepted; try again later.");
    }
}

package org.postroad.event;

/** So many events wait already that no more are taken from outside; nothing was stored. */
public final class InboxFull extends RuntimeException {

    public InboxFull(long waiting) {
        super(waiting + " events wait to be acted on, and no more are taken in before they are fewer."
                + " Nothing was accepted; try again later.");
    }
}

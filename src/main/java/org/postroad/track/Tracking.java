package org.postroad.track;

import java.util.UUID;

/** Makes a message's signed links. */
public interface Tracking {

    /** The links of one message; nothing is stored until {@link Links#save()}. */
    Links linksOf(UUID messageId, String customerId);

    /** Absolute addresses with unforgeable tokens. Where a click leads is kept on the server. */
    interface Links {

        /** The tracked address that leads to this one; {@code http} and {@code https} only. */
        String click(String target);

        String openPixel();

        /** For the {@code List-Unsubscribe} header and the footer. */
        String unsubscribe();

        String preferences();

        String viewInBrowser();

        /** Stores the targets, in the caller's transaction. */
        void save();
    }
}

package org.postroad.track;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a message's signed links. */
public interface TrackingLinks {

    /** The links of one message; nothing is stored until {@link MessageLinks#save}. */
    MessageLinks linksOf(TrackedMessage message);

    /** The message that a genuine view-in-browser token names. */
    Optional<UUID> messageToView(String token);

    /** Absolute addresses with unforgeable tokens. Where a click leads is kept on the server. */
    interface MessageLinks {

        /**
         * The tracked address that leads to this one; the same target has the same address throughout a message.
         *
         * @throws IllegalArgumentException unless the target is absolute and {@code http} or {@code https}
         */
        String click(String target);

        String openPixel();

        /** For the {@code List-Unsubscribe} header and the footer. */
        String unsubscribe();

        String preferences();

        /** Where a customer confirms that they want mail on the message's {@link TrackedMessage#confirms}. */
        String confirm();

        String viewInBrowser();

        /**
         * Stores the targets, in the caller's transaction.
         *
         * @param offerCode the personal code that the message carries: a purchase with it is the message's doing
         */
        void save(@Nullable String offerCode);
    }
}

package org.postroad.track;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates the signed links of messages. */
public interface TrackingLinks {

    /** The links of one message; nothing is stored until {@link MessageLinks#save}. */
    MessageLinks linksOf(TrackedMessage message);

    /** The message of a genuine view-in-browser token; empty for any other token. */
    Optional<UUID> messageToView(String token);

    /** Absolute addresses with signed tokens. The targets of clicks are stored on the server. */
    interface MessageLinks {

        /**
         * The tracked address that redirects to the target; one address for each target of a message.
         *
         * @throws IllegalArgumentException unless the target is absolute and {@code http} or {@code https}
         */
        String click(String target);

        String openPixel();

        /** For the {@code List-Unsubscribe} header and the footer. */
        String unsubscribe();

        String preferences();

        /** Where the customer confirms a subscription to the topic {@link TrackedMessage#confirms}. */
        String confirm();

        String viewInBrowser();

        /**
         * Stores the targets, in the caller's transaction.
         *
         * @param offerCode the personal code that the message carries: purchases with it are credited to the message
         */
        void save(@Nullable String offerCode);
    }
}

package org.postroad.track;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links whose tokens are signed with the secret of this installation. */
@Component
class SignedTrackingLinks implements TrackingLinks {

    private final LinkTokenCodec tokens;
    private final TrackedMessages messages;
    private final PublicUrl publicUrl;

    SignedTrackingLinks(LinkTokenCodec tokens, TrackedMessages messages, PublicUrl publicUrl) {
        this.tokens = tokens;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    @Override
    public MessageLinks linksOf(TrackedMessage message) {
        return new SignedLinks(message);
    }

    @Override
    public Optional<UUID> messageToView(String token) {
        return tokens.read(LinkTokenKind.VIEW, token).map(LinkToken::messageId);
    }

    private final class SignedLinks implements MessageLinks {

        private final TrackedMessage message;
        private final String server = publicUrl.address();

        /** Click addresses by target, in the order of their positions. */
        private final Map<String, String> clicks = new LinkedHashMap<>();

        SignedLinks(TrackedMessage message) {
            this.message = message;
        }

        @Override
        public String click(String target) {
            return isOwnConfirmation(target) ? target : clicks.computeIfAbsent(target, this::newClickAddress);
        }

        /** A confirm link is not redirected, and a visit there is no click. */
        private boolean isOwnConfirmation(String target) {
            return target.startsWith(server + "/" + LinkTokenKind.CONFIRM.letter() + "/") && target.equals(confirm());
        }

        private String newClickAddress(String target) {
            if (!WebAddress.isAbsolute(target)) {
                throw new IllegalArgumentException("'" + target + "' is not an absolute http or https address");
            }
            return address(LinkTokenKind.CLICK, clicks.size());
        }

        @Override
        public String openPixel() {
            return address(LinkTokenKind.OPEN, 0) + ".gif";
        }

        @Override
        public String unsubscribe() {
            return address(LinkTokenKind.UNSUBSCRIBE, 0);
        }

        @Override
        public String preferences() {
            return address(LinkTokenKind.PREFERENCES, 0);
        }

        @Override
        public String confirm() {
            return address(LinkTokenKind.CONFIRM, 0);
        }

        @Override
        public String viewInBrowser() {
            return address(LinkTokenKind.VIEW, 0);
        }

        @Override
        public void save(@Nullable String offerCode) {
            messages.save(message, offerCode, List.copyOf(clicks.keySet()));
        }

        private String address(LinkTokenKind kind, int position) {
            return server + "/" + kind.letter() + "/" + tokens.write(new LinkToken(kind, message.id(), position));
        }
    }
}

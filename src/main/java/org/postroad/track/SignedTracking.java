package org.postroad.track;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links whose tokens are signed with this installation's secret. */
@Component
class SignedTracking implements Tracking {

    private final Tokens tokens;
    private final TrackedMessages messages;
    private final PublicUrl publicUrl;

    SignedTracking(Tokens tokens, TrackedMessages messages, PublicUrl publicUrl) {
        this.tokens = tokens;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    @Override
    public Links linksOf(TrackedMessage message) {
        return new SignedLinks(message);
    }

    @Override
    public Optional<UUID> messageToView(String token) {
        return tokens.read(TokenKind.VIEW, token).map(Token::messageId);
    }

    private final class SignedLinks implements Links {

        private final TrackedMessage message;
        private final String server = publicUrl.address();

        /** Addresses by target, in the order of their positions. */
        private final Map<String, String> clicks = new LinkedHashMap<>();

        SignedLinks(TrackedMessage message) {
            this.message = message;
        }

        @Override
        public String click(String target) {
            return isOwnConfirmation(target) ? target : clicks.computeIfAbsent(target, this::fresh);
        }

        /** Confirming is more than a click, and leads there without a detour. */
        private boolean isOwnConfirmation(String target) {
            return target.startsWith(server + "/" + TokenKind.CONFIRM.letter() + "/") && target.equals(confirm());
        }

        private String fresh(String target) {
            if (!WebAddress.isAbsolute(target)) {
                throw new IllegalArgumentException("'" + target + "' is not an absolute http or https address");
            }
            return address(TokenKind.CLICK, clicks.size());
        }

        @Override
        public String openPixel() {
            return address(TokenKind.OPEN, 0) + ".gif";
        }

        @Override
        public String unsubscribe() {
            return address(TokenKind.UNSUBSCRIBE, 0);
        }

        @Override
        public String preferences() {
            return address(TokenKind.PREFERENCES, 0);
        }

        @Override
        public String confirm() {
            return address(TokenKind.CONFIRM, 0);
        }

        @Override
        public String viewInBrowser() {
            return address(TokenKind.VIEW, 0);
        }

        @Override
        public void save(@Nullable String offerCode) {
            messages.save(message, offerCode, List.copyOf(clicks.keySet()));
        }

        private String address(TokenKind kind, int position) {
            return server + "/" + kind.letter() + "/" + tokens.write(new Token(kind, message.id(), position));
        }
    }
}

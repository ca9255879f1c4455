package org.postroad.track;

import java.util.ArrayList;
import java.util.List;
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
        private final List<String> targets = new ArrayList<>();

        SignedLinks(TrackedMessage message) {
            this.message = message;
        }

        @Override
        public String click(String target) {
            if (!WebAddress.isAbsolute(target)) {
                throw new IllegalArgumentException("'" + target + "' is not an absolute http or https address");
            }
            if (!targets.contains(target)) {
                targets.add(target);
            }
            return address(TokenKind.CLICK, targets.indexOf(target));
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
        public String viewInBrowser() {
            return address(TokenKind.VIEW, 0);
        }

        @Override
        public void save(@Nullable String offerCode) {
            messages.save(message, offerCode, targets);
        }

        private String address(TokenKind kind, int position) {
            return publicUrl.of("/" + kind.letter() + "/" + tokens.write(new Token(kind, message.id(), position)));
        }
    }
}

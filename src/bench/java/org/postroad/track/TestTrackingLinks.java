package org.postroad.track;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.springframework.mock.env.MockEnvironment;

/** Opens the door to signed links that are not stored. */
public final class TestTrackingLinks {

    private TestTrackingLinks() {}

    public static TrackingLinks create() {
        TrackingSecret secret = mock();
        when(secret.value()).thenReturn(new byte[32]);
        MockEnvironment environment =
                new MockEnvironment().withProperty("postroad.public-url", "https://mail.shop.example");
        return new SignedTrackingLinks(new LinkTokenCodec(secret), mock(), new PublicUrl(environment));
    }
}

package org.postroad.track;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** What a link in a mail may lead to: an absolute {@code http} or {@code https} address and nothing else. */
public final class WebAddress {

    private WebAddress() {}

    public static boolean isAbsolute(String address) {
        try {
            URI uri = new URI(address);
            return isWeb(uri.getScheme()) && uri.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isWeb(@Nullable String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }
}

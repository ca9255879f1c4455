package org.postroad.track;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks the targets of links in a mail: only absolute {@code http} and {@code https} addresses are allowed. */
public final class WebAddress {

    private static final String SIGNS = "-._~/:?=&";

    /** By character: each address of each mail is looked at. */
    private static final boolean[] PLAIN = plain();

    private WebAddress() {}

    public static boolean isAbsolute(String address) {
        return isPlain(address) || isAbsoluteUri(address);
    }

    /** A fast check that most addresses pass; parsing takes many times longer, and each mail has dozens. */
    private static boolean isPlain(String address) {
        int at = address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : address.length();
        if (at == address.length() || !isLetterOrDigit(address.charAt(at))) {
            return false;
        }
        while (at < address.length() && isPlain(address.charAt(at))) {
            at++;
        }
        return at == address.length();
    }

    private static boolean isPlain(int character) {
        return character < PLAIN.length && PLAIN[character];
    }

    private static boolean isLetterOrDigit(int character) {
        return isPlain(character) && SIGNS.indexOf(character) < 0;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean['~' + 1];
        (SIGNS + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
                .chars()
                .forEach(each -> plain[each] = true);
        return plain;
    }

    private static boolean isAbsoluteUri(String address) {
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

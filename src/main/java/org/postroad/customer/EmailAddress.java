package org.postroad.customer;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** What we take for a mail address: the form that browsers take (WHATWG HTML, "valid e-mail address"), with a dot in the domain. */
final class EmailAddress {

    private static final int LONGEST = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets
    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern FORM =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")+");

    private EmailAddress() {}

    /** The address in the form in which it is posted: an international domain becomes its ASCII form. */
    static Optional<String> parse(String text) {
        String stripped = text.strip();
        int at = stripped.lastIndexOf('@');
        return at < 0
                ? Optional.empty()
                : asciiDomain(stripped.substring(at + 1))
                        .map(domain -> stripped.substring(0, at + 1) + domain)
                        .filter(address -> address.length() <= LONGEST)
                        .filter(FORM.asMatchPredicate());
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

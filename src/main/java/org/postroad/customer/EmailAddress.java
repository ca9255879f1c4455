package org.postroad.customer;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one definition of a usable e-mail address.
 *
 * <p>{@link #parse} accepts what a browser accepts (WHATWG HTML, "valid e-mail address"), with a dot in the domain, in
 * ASCII but for an international domain. {@link #isDeliverable} is narrower: the address can stand in the headers of a
 * message. It leaves out one thing that browsers accept, a local part that is no dot-atom (RFC 5322, 3.2.3; RFC 5321,
 * 4.1.2): with a dot at its start or end, or with two dots in a row. The strict parser of jakarta.mail refuses exactly
 * these among the addresses of this form.
 */
public final class EmailAddress {

    private static final int LONGEST = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets
    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern FORM =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")+");
    private static final Pattern MISPLACED_DOT = Pattern.compile("^\\.|\\.\\.|\\.@");

    private EmailAddress() {}

    /** The address in the form that is stored and mailed: stripped, an international domain in its ASCII form. */
    static Optional<String> parse(String text) {
        String stripped = text.strip();
        int at = stripped.lastIndexOf('@');
        return at < 0
                ? Optional.empty()
                : asciiDomain(stripped.substring(at + 1))
                        .map(domain -> stripped.substring(0, at + 1) + domain)
                        .filter(EmailAddress::hasForm);
    }

    /** Whether this is one address, as stored, to which a message can be sent. It says nothing about the mailbox. */
    public static boolean isDeliverable(String address) {
        return hasForm(address) && !MISPLACED_DOT.matcher(address).find();
    }

    private static boolean hasForm(String address) {
        return address.length() <= LONGEST && FORM.matcher(address).matches();
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

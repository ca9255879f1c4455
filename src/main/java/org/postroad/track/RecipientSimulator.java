package org.postroad.track;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Follows the links of a mail as a recipient would, without a browser: for rehearsals. */
@Component
@Conditional(RehearsalMode.class)
public class RecipientSimulator {

    private static final Pattern ADDRESS = Pattern.compile(".*/([a-z])/([\\w-]+)(?:\\.gif)?");

    private final ClickAndOpenController clicksAndOpens;
    private final UnsubscribeController unsubscribe;
    private final DoubleOptInController doubleOptIn;

    RecipientSimulator(
            ClickAndOpenController clicksAndOpens,
            UnsubscribeController unsubscribe,
            DoubleOptInController doubleOptIn) {
        this.clicksAndOpens = clicksAndOpens;
        this.unsubscribe = unsubscribe;
        this.doubleOptIn = doubleOptIn;
    }

    /**
     * Clicks a link, loads a pixel, unsubscribes with one click, or presses the button of a double opt-in.
     *
     * @throws IllegalArgumentException if it is no tracked address
     */
    public void follow(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + address + "' is no tracked address.");
        }
        String token = parts.group(2);
        switch (parts.group(1)) {
            case "c" -> clicksAndOpens.click(token, HttpMethod.GET, null);
            case "o" -> clicksAndOpens.open(token, HttpMethod.GET, null);
            case "u" -> unsubscribe.withdraw(token, "One-Click");
            case "y" -> doubleOptIn.subscribe(token);
            default -> throw new IllegalArgumentException("'" + address + "' is no address that a recipient uses.");
        }
    }
}

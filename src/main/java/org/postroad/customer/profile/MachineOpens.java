package org.postroad.customer.profile;

import java.util.Locale;
import java.util.Set;
import org.postroad.event.Event;

/**
 * Opens by machines: those with the property {@code machine}, and those by the user agents of programs that load the
 * pictures of a mail before anybody reads it, as Apple's Mail Privacy Protection does, which calls itself {@code Mozilla/5.0}
 * and nothing more. A picture proxy that loads when the reader looks (Gmail's, Yahoo's) is no such program. What hides itself
 * is not found.
 */
final class MachineOpens {

    private static final String APPLE_PRIVACY_PROXY = "mozilla/5.0";
    private static final Set<String> SCANNERS =
            Set.of("barracuda", "mimecast", "proofpoint", "symantec", "bot/", "crawler", "python-requests", "curl/");

    private MachineOpens() {}

    static boolean contains(Event open) {
        return Boolean.TRUE.equals(open.properties().get("machine"))
                || open.text("userAgent").filter(MachineOpens::isMachine).isPresent();
    }

    private static boolean isMachine(String userAgent) {
        String agent = userAgent.strip().toLowerCase(Locale.ROOT);
        return agent.equals(APPLE_PRIVACY_PROXY) || SCANNERS.stream().anyMatch(agent::contains);
    }
}

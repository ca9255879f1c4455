package org.postroad.compose.template;

import java.util.List;

/** A letter that must not go out, with all that is wrong with it. */
public final class LetterRefused extends RuntimeException {

    private final transient List<String> faults;

    public LetterRefused(String content, List<String> faults) {
        super("Content '" + content + "' cannot be sent: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}

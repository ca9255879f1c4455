package org.postroad.compose.template;

import java.util.List;

/** A letter must not be sent. Lists every fault that was found, a sentence each. */
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

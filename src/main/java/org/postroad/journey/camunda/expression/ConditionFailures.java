package org.postroad.journey.camunda.expression;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of conditions that cannot be evaluated, of each once: it would fail again with every event. */
public final class ConditionFailures {

    private static final Logger log = LoggerFactory.getLogger(ConditionFailures.class);

    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /** @param blocked what is impossible while it fails, with the journey's version, for example {@code enter journey 'a'} */
    public void warnOnce(String blocked, String condition, Throwable failure) {
        if (warned.add(blocked)) {
            log.warn(
                    "Nobody can {} when its condition {} fails, as it did now: {}",
                    blocked,
                    condition,
                    failure instanceof Error ? failure.toString() : failure.getMessage());
        }
    }
}

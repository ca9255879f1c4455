package org.postroad.journey.camunda.expression;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of conditions that cannot be evaluated, of each once: it would fail again with every event. */
public final class ConditionFailures {

    private static final Logger log = LoggerFactory.getLogger(ConditionFailures.class);

    private static final Pattern QUOTED = Pattern.compile("'.*'", Pattern.DOTALL);

    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /** @param blocked what is impossible while it fails, with the journey's version, for example {@code enter journey 'a'} */
    public void warnOnce(String blocked, String condition, Throwable failure) {
        if (warned.add(blocked)) {
            log.warn(
                    "Nobody can {} when its condition {} fails, as it did now: {}",
                    blocked,
                    condition,
                    withoutValues(String.valueOf(failure)));
        }
    }

    /** What is quoted may be a customer's. */
    private static String withoutValues(String failure) {
        return QUOTED.matcher(failure).replaceAll("'…'");
    }
}

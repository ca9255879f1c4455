package org.postroad.journey.vocabulary;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of attributes that were sent in a form that no word can read, once for each name, without the value. */
final class UnreadableAttributes {

    private static final Logger log = LoggerFactory.getLogger(UnreadableAttributes.class);
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    private UnreadableAttributes() {}

    static void warnOnce(String attribute, String expected) {
        if (WARNED.add(attribute)) {
            log.warn(
                    "The attribute '{}' of a customer cannot be read: it should be {}. It counts as unknown, for each"
                            + " customer who has such a value, until it is sent again. This is logged once.",
                    attribute,
                    expected);
        }
    }
}

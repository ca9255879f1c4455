package org.postroad.customer.consent;

/** Addresses that never get mail again, whoever they belong to. */
public interface Suppressions {

    /**
     * Closes an address for good; one that is closed already keeps its first reason.
     *
     * @param reason {@code complained}, {@code bounced} …
     */
    void suppress(String address, String reason);

    boolean isSuppressed(String address);
}

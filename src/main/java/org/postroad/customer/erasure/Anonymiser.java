package org.postroad.customer.erasure;

/**
 * Removes a customer's personal data from one store. Rows that reports count stay, under the pseudonym. Every package that
 * stores personal data has one; {@link Erasure} calls them in one transaction, in the order of Spring's {@code @Order},
 * while the customer's shard is locked, so that no event acts on the customer.
 */
public interface Anonymiser {

    /** @param pseudonym replaces the customer's id; random, and new for each erasure */
    void anonymise(String customerId, String pseudonym);
}

package org.postroad.customer.erasure;

/**
 * Forgets who a customer was, in one store. What is counted stays, under a name that leads back to nobody. All of them
 * work in one transaction, in the order of Spring's {@code @Order}, while no event acts on the customer.
 */
public interface Anonymiser {

    /** @param pseudonym stands for the customer from now on; made up for this one erasure */
    void anonymise(String customerId, String pseudonym);
}

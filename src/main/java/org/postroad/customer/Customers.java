package org.postroad.customer;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The customers that we know. An event of an unknown customer makes one with nothing but an id. */
public interface Customers {

    Optional<Customer> find(String id);

    /** Those of the ids that are known, by id; one query. */
    Map<String, Customer> findAll(Collection<String> ids);
}

package org.postroad.customer;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Reads customers. An event of an unknown customer creates one with an id only. */
public interface Customers {

    Optional<Customer> find(String id);

    /** The customers with these ids, by id; unknown ids are absent. One query. */
    Map<String, Customer> findAll(Collection<String> ids);
}

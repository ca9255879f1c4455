package org.postroad.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A customer as REST shows it: the customer's own fields and their profile. */
record CustomerView(@JsonUnwrapped Customer customer, ProfileView profile) {}
